package dev.muster.incident;

import static dev.muster.incident.Samples.ANN;
import static dev.muster.incident.Samples.BOB;
import static dev.muster.incident.Samples.HANDBOOK;
import static dev.muster.incident.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was done by mistake is taken back whole: times, rhythm and promises included. */
class UndoingTest {

    private static final Instant THEN = NOW.plusSeconds(600);
    private static final Instant LATER = NOW.plusSeconds(660);

    @Test
    void takesBackAStageWithTheTimesThatItSet() {
        Incident before = Samples.opened();
        Change monitoring = Responding.stage(before, Stage.MONITORING, Optional.empty(), ANN, HANDBOOK, THEN, THEN);
        assertThat(monitoring.incident().time(Milestone.MITIGATED)).contains(THEN);

        Change undone = undo(monitoring);

        assertThat(undone.incident().stage()).isEqualTo(before.stage());
        assertThat(undone.incident().times()).isEqualTo(before.times());
        assertThat(undone.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.told()).isTrue();
            assertThat(entry.data()).containsEntry("undone", true).containsEntry("to", "detected");
            assertThat(Undoing.isUndoable(entry)).isFalse();
        });
    }

    @Test
    void keepsTimesThatWereKnownBefore() {
        Incident known = Samples.opened().correcting(Milestone.INVESTIGATING, NOW.plusSeconds(5));
        Change monitoring = Responding.stage(known, Stage.MONITORING, Optional.empty(), ANN, HANDBOOK, THEN, THEN);

        assertThat(undo(monitoring).incident().times()).isEqualTo(known.times());
    }

    @Test
    void asksForUpdatesAgainWhenItWasNotResolvedAfterAll() {
        Change resolved = Finishing.resolve(Samples.opened(), Optional.empty(), ANN, Samples.HANDBOOK, THEN, THEN);

        Change undone = undo(resolved);

        assertThat(undone.incident().isActive()).isTrue();
        assertThat(undone.incident().time(Milestone.RESTORED)).isEmpty();
        assertThat(undone.incident().rhythm().due()).contains(LATER.plusSeconds(30 * 60));
        assertThat(undone.promises())
                .extracting(promise -> promise.chore() + " " + promise.subject())
                .contains("PROMPT ", "WATCH lasting", "NUDGE ic", "NUDGE tech", "NUDGE comms", "CARD ");
    }

    @Test
    void takesBackASeverity() {
        Change worse = Responding.severity(Samples.opened(), Severity.SEV1, Optional.empty(), ANN, HANDBOOK, THEN);

        assertThat(undo(worse).incident().severity()).isEqualTo(Severity.SEV2);
    }

    @Test
    void givesARoleBackToWhoHadIt() {
        Incident annLeads = Responding.take(Samples.opened(), Role.IC, ANN, NOW).incident();
        Change given = Responding.assign(annLeads, Role.IC, BOB, ANN, THEN);

        Change undone = Undoing.undo(given.incident(), given.entries().get(0), Optional.of(ANN), ANN, HANDBOOK, LATER);

        assertThat(undone.incident().holder(Role.IC)).contains(ANN.id());
    }

    @Test
    void freesARoleThatNobodyHadAndAsksWhoTakesIt() {
        Change taken = Responding.take(Samples.opened(), Role.IC, ANN, THEN);

        Change undone = undo(taken);

        assertThat(undone.incident().holder(Role.IC)).isEmpty();
        assertThat(undone.promises()).contains(Promise.toRoom(Samples.ID, Chore.NUDGE, "ic", LATER.plusSeconds(300)));
        assertThat(undone.withdrawn()).extracting(Promise::chore).containsExactly(Chore.DUTIES);
    }

    @Test
    void takesBackACorrectedTime() {
        Change known = Assessing.time(Samples.opened(), Milestone.BEGAN, NOW.minusSeconds(60), ANN, THEN);
        Change guessed = Assessing.time(Samples.opened(), Milestone.INVESTIGATING, THEN, ANN, THEN);

        assertThat(undo(known).incident().time(Milestone.BEGAN)).contains(NOW);
        assertThat(undo(guessed).incident().time(Milestone.INVESTIGATING)).isEmpty();
    }

    @Test
    void refusesOnceSomebodyHasChangedItSince() {
        Change worse = Responding.severity(Samples.opened(), Severity.SEV1, Optional.empty(), ANN, HANDBOOK, THEN);
        Incident since = Responding.severity(worse.incident(), Severity.SEV3, Optional.empty(), BOB, HANDBOOK, THEN)
                .incident();

        assertThatThrownBy(() -> Undoing.undo(since, worse.entries().get(0), Optional.empty(), ANN, HANDBOOK, LATER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has been changed since. Nothing was changed.");
    }

    @Test
    void takesBackNothingElse() {
        Change update = Responding.update(Samples.opened(), "All is well", Optional.empty(), ANN, HANDBOOK, NOW);
        Change note = Responding.remark(Samples.opened(), Kind.NOTE, "Seen", Optional.empty(), ANN, NOW);

        assertThat(update.entries()).noneMatch(Undoing::isUndoable);
        assertThat(note.entries()).noneMatch(Undoing::isUndoable);
    }

    private static Change undo(Change change) {
        return Undoing.undo(change.incident(), change.entries().get(0), Optional.empty(), ANN, HANDBOOK, LATER);
    }
}
