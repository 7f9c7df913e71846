package dev.muster.incident;

import static dev.muster.incident.Samples.ANN;
import static dev.muster.incident.Samples.BOB;
import static dev.muster.incident.Samples.HANDBOOK;
import static dev.muster.incident.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who follows it, what is ticked off, and what must be there before it is closed. */
class FollowingTest {

    private static final Promise WORD = Promise.toPerson(Samples.ID, Chore.WORD, "U0BOB", BOB.id(), NOW);

    @Test
    void tellsWhoFollowsOfEachUpdateStageSeverityAndEnd() {
        Change followed = Following.subscribe(Samples.opened(), BOB, ANN, NOW);
        Incident incident = followed.incident();

        assertThat(followed.promises()).containsExactly(WORD);
        assertThat(Responding.update(incident, "Better", Optional.empty(), ANN, HANDBOOK, NOW)
                        .promises())
                .contains(WORD);
        assertThat(Responding.stage(incident, Stage.IDENTIFIED, Optional.empty(), ANN, HANDBOOK, NOW, NOW)
                        .promises())
                .contains(WORD);
        assertThat(Responding.severity(incident, Severity.SEV1, Optional.empty(), ANN, HANDBOOK, NOW)
                        .promises())
                .contains(WORD);
        assertThat(Finishing.resolve(incident, Optional.empty(), ANN, Samples.HANDBOOK, NOW, NOW)
                        .promises())
                .contains(WORD);
        assertThat(Responding.take(incident, Role.IC, ANN, NOW).promises()).doesNotContain(WORD);
    }

    @Test
    void followsOnceAndNoLongerOnceItIsTakenBack() {
        Incident followed = Following.subscribe(Samples.opened(), BOB, BOB, NOW).incident();

        assertThat(Following.subscribe(followed, BOB, ANN, NOW).isEmpty()).isTrue();
        Change gone = Following.unsubscribe(followed, BOB, BOB, NOW);
        assertThat(gone.incident().conduct().subscribers()).isEmpty();
        assertThat(gone.withdrawn()).extracting(Promise::chore).containsExactly(Chore.WORD);
        assertThat(Following.unsubscribe(gone.incident(), BOB, BOB, NOW).isEmpty())
                .isTrue();
    }

    @Test
    void ticksOffATaskOnceAndBringsTheHoldersListUpToDate() {
        Incident led = Responding.take(Samples.opened(), Role.IC, BOB, NOW).incident();

        Change done = Ticking.done(led, Role.IC, 2, ANN, HANDBOOK, NOW);

        assertThat(done.incident().conduct().tick(Role.IC, "Check the severity"))
                .get()
                .extracting(Tick::by)
                .isEqualTo(ANN);
        assertThat(done.promises()).containsExactly(Promise.toPerson(Samples.ID, Chore.TASKS, "ic", BOB.id(), NOW));
        assertThat(Ticking.done(done.incident(), Role.IC, 2, BOB, HANDBOOK, NOW).isEmpty())
                .isTrue();
        assertThat(Ticking.undone(done.incident(), Role.IC, 2, BOB, HANDBOOK, NOW)
                        .incident()
                        .conduct()
                        .ticks())
                .isEmpty();
        assertThatThrownBy(() -> Ticking.done(led, Role.IC, 3, ANN, HANDBOOK, NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has no task 3. Nothing was changed.");
    }

    @Test
    void closesOnlyWhatIsCompleteWhereTheSettingsAskForIt() {
        Handbook strict = asking(Gate.IMPACT, Gate.ACTIONS);

        assertThatThrownBy(() -> Finishing.close(Samples.resolved(), Optional.empty(), ANN, strict, NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("lacks whom it hurt")
                .hasMessageContaining("what will keep it from happening again")
                .hasMessageNotContaining("investigation began");
        Change anyway = Finishing.close(Samples.resolved(), Optional.of("a drill of ours"), ANN, strict, NOW);
        assertThat(anyway.incident().stage()).isEqualTo(Stage.CLOSED);
        assertThat(anyway.entries().get(0).text()).endsWith("closed: a drill of ours");
        assertThat(Finishing.close(Samples.resolved(), Optional.empty(), ANN, HANDBOOK, NOW)
                        .moved())
                .isTrue();
    }

    private static Handbook asking(Gate... gates) {
        return new Handbook(
                HANDBOOK.severities(),
                HANDBOOK.roles(),
                HANDBOOK.nudgeRolesAfter(),
                HANDBOOK.escalateAfter(),
                HANDBOOK.reminders(),
                HANDBOOK.services(),
                Set.of(gates),
                HANDBOOK.press(),
                HANDBOOK.watches());
    }
}
