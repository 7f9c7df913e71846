package dev.muster.command;

import static dev.muster.command.CommandRig.ANN;
import static dev.muster.command.CommandRig.room;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.incident.Cause;
import dev.muster.incident.Diagnosis;
import dev.muster.incident.Kind;
import dev.muster.incident.Tag;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why an incident happened, as people say it. */
class CauseVerbTest {

    private CommandRig rig;

    @BeforeEach
    void open(@TempDir Path folder) {
        rig = new CommandRig(folder);
        rig.declare("sev2 Checkout is down");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void keepsCausesFromTheListAndWordsOfTheirOwn() {
        String answer = rig.tell("cause Slow-Query, database-connection-pool tag:Black-Friday tag:eu");

        assertThat(answer)
                .isEqualTo("Why INC-1 happened: unknown → connection-pool, slow-query; tags: black-friday, eu.");
        assertThat(diagnosis())
                .isEqualTo(new Diagnosis(
                        List.of(Cause.CONNECTION_POOL, Cause.SLOW_QUERY),
                        List.of(new Tag("black-friday"), new Tag("eu"))));
        assertThat(rig.last().kind()).isEqualTo(Kind.NOTE);
        assertThat(rig.last().text()).isEqualTo("Why: connection-pool, slow-query; tags: black-friday, eu");
        assertThat(rig.last().data()).containsEntry("causes", List.of("connection-pool", "slow-query"));
    }

    @Test
    void leavesWhatIsNotSaidAndTakesBackWhatWasWrong() {
        rig.tell("cause slow-query tag:eu");

        rig.tell("cause tag:us");
        assertThat(diagnosis()).isEqualTo(new Diagnosis(List.of(Cause.SLOW_QUERY), List.of(new Tag("us"))));
        rig.tell("cause none");
        assertThat(diagnosis()).isEqualTo(new Diagnosis(List.of(), List.of(new Tag("us"))));
        int lines = rig.timeline(1).size();
        rig.tell("cause none");

        assertThat(rig.timeline(1)).hasSize(lines);
    }

    @Test
    void asksWithWhatIsKnownAndGuessesWhatWasMeant() {
        rig.tell("cause slow-query");

        Form form = rig.ask(ANN, room(1), "cause");

        assertThat(form.filled()).containsEntry("causes", "slow-query");
        assertThat(rig.tell("cause slow-quary"))
                .contains("is no cause that is counted. Did you mean \"slow-query\"? Nothing was changed.");
        assertThat(rig.commands.submit("cause", form.incident(), rig.said(ANN, room(1), ""), Map.of("tags", "a b")))
                .isNotNull();
        assertThat(rig.tell("cause tag:a/b")).contains("is no tag. Nothing was changed.");
        assertThat(diagnosis().causes()).containsExactly(Cause.SLOW_QUERY);
    }

    /** What is learned is often learned when everybody has gone. */
    @Test
    void isSaidOfAClosedIncidentToo() {
        rig.tell("resolve");
        rig.tell("close");

        rig.tell("cause disk-space");

        assertThat(diagnosis().causes()).containsExactly(Cause.DISK_SPACE);
        assertThat(rig.last().told()).isFalse();
    }

    private Diagnosis diagnosis() {
        return rig.incident().conduct().diagnosis();
    }
}
