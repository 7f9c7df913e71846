package dev.muster.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.workspace.junit.WorkspaceExtension;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WorkspaceExtension.class)
class WorkspaceParameterTest {
    private static final Set<String> SEEN = new HashSet<>();
    private static Optional<Api> last = Optional.empty();
    private String given = "";

    @BeforeEach
    void take(Workspace workspace) {
        given = workspace.botToken();
    }

    @RepeatedTest(2)
    void handsAFreshOneToEachTestAndClosesItAfterwards(Workspace workspace) {
        last.ifPresent(gone -> assertThatThrownBy(() -> gone.ok("auth.test")).isInstanceOf(UncheckedIOException.class));
        Api api = new Api(workspace.apiUrl(), workspace.botToken());
        last = Optional.of(api);

        assertThat(SEEN.add(workspace.botToken())).isTrue();
        assertThat(given).isEqualTo(workspace.botToken());
        api.ok("auth.test");
    }
}
