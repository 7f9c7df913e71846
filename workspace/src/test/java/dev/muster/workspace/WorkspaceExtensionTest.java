package dev.muster.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.workspace.junit.WorkspaceExtension;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WorkspaceExtensionTest {
    private static final Set<String> OF_CLASS = new HashSet<>();
    private static final Set<String> OF_TESTS = new HashSet<>();

    @RegisterExtension
    static final WorkspaceExtension SHARED = WorkspaceExtension.with(builder -> builder.appName("Sample"));

    @RegisterExtension
    final WorkspaceExtension own = WorkspaceExtension.with(builder -> builder);

    @RepeatedTest(3)
    void startsOneForTheClassAndOneForEachTest() {
        OF_CLASS.add(SHARED.workspace().apiUrl());
        assertThat(OF_TESTS.add(own.workspace().botToken())).isTrue();

        assertThat(OF_CLASS).hasSize(1);
        assertThat(SHARED.workspace().botToken()).isNotEqualTo(own.workspace().botToken());
    }

    @Test
    void isMadeAsItIsAskedFor() {
        assertThat(SHARED.workspace().actor("sample").handle()).isEqualTo("sample");
    }

    @Test
    void saysWhenItIsAskedTooEarly() {
        assertThatThrownBy(() -> WorkspaceExtension.with(builder -> builder).workspace())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no workspace runs now");
    }
}
