package dev.muster.incident;

import static dev.muster.incident.Samples.ANN;
import static dev.muster.incident.Samples.BOB;
import static dev.muster.incident.Samples.HANDBOOK;
import static dev.muster.incident.Samples.ID;
import static dev.muster.incident.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RespondingTest {

    /** Asking does not put off what follows from not being answered. */
    @Test
    void pressesForAnUpdateThatStaysOwedCountedFromWhenItWasDue() {
        Incident owing = Samples.opened();
        Instant due = owing.rhythm().due().orElseThrow();

        Change first = Responding.prompted(owing, Samples.HANDBOOK, due);
        Change second = Responding.prompted(owing, Samples.HANDBOOK, due.plusSeconds(60));
        Change late = Responding.prompted(owing, Samples.HANDBOOK, due.plusSeconds(400));

        assertThat(first.promises())
                .contains(
                        Promise.toRoom(Samples.ID, Chore.PRESS, "direct", due.plusSeconds(300)),
                        Promise.toRoom(Samples.ID, Chore.PRESS, "up", due.plusSeconds(600)));
        assertThat(second.promises())
                .contains(
                        Promise.toRoom(Samples.ID, Chore.PRESS, "direct", due.plusSeconds(300)),
                        Promise.toRoom(Samples.ID, Chore.PRESS, "up", due.plusSeconds(600)));
        assertThat(late.promises())
                .contains(
                        Promise.toRoom(Samples.ID, Chore.PRESS, "direct", due.plusSeconds(700)),
                        Promise.toRoom(Samples.ID, Chore.PRESS, "up", due.plusSeconds(600)));
    }

    @Test
    void pressesNobodyOnceTheUpdateIsGivenPutOffOrNoLongerOwed() {
        List<Change> changes = List.of(
                Responding.update(Samples.opened(), "Better", Optional.empty(), ANN, Samples.HANDBOOK, NOW),
                Responding.snooze(Samples.opened(), Duration.ofMinutes(15), ANN, NOW),
                Finishing.resolve(Samples.opened(), Optional.empty(), ANN, Samples.HANDBOOK, NOW, NOW));

        assertThat(changes).allSatisfy(change -> assertThat(change.withdrawn())
                .extracting(promise -> promise.chore() + " " + promise.subject())
                .contains("PRESS direct", "PRESS up"));
    }

    private static final Instant LATER = NOW.plusSeconds(600);

    private final Incident incident = Samples.opened();

    @Test
    void movesTheNextUpdateWithTheSeverity() {
        Instant due = LATER.plus(Duration.ofMinutes(15));

        Change change = Responding.severity(incident, Severity.SEV1, Optional.empty(), BOB, HANDBOOK, LATER);

        assertThat(change.incident().severity()).isEqualTo(Severity.SEV1);
        assertThat(change.incident().rhythm().due()).contains(due);
        assertThat(change.promises())
                .contains(
                        Promise.toRoom(ID, Chore.PROMPT, "", due),
                        Promise.toRoom(ID, Chore.INVITE, "", LATER),
                        Promise.toRoom(ID, Chore.SERVICES, "", LATER));
    }

    @Test
    void writesFromWhichSeverityToWhichAndWhy() {
        Change change =
                Responding.severity(incident, Severity.SEV1, Optional.of("all of Europe"), BOB, HANDBOOK, LATER);

        assertThat(change.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.SEVERITY);
            assertThat(entry.actor()).contains(BOB);
            assertThat(entry.text()).isEqualTo("Severity sev2 → sev1 because all of Europe");
            assertThat(entry.data())
                    .containsOnly(
                            Map.entry("from", "sev2"), Map.entry("to", "sev1"), Map.entry("reason", "all of Europe"));
            assertThat(entry.key()).isTrue();
            assertThat(entry.told()).isTrue();
        });
    }

    @Test
    void changesNothingWhenTheSeverityIsThatAlready() {
        Change change = Responding.severity(incident, Severity.SEV2, Optional.of("why"), BOB, HANDBOOK, LATER);

        assertThat(change.isEmpty()).isTrue();
    }

    @Test
    void bringsWhateverShowsTheIncidentUpToDate() {
        Change change = Responding.stage(incident, Stage.IDENTIFIED, Optional.empty(), BOB, HANDBOOK, LATER, LATER);

        assertThat(change.promises())
                .containsExactly(
                        Promise.toRoom(ID, Chore.CARE, "stage", LATER.plus(Duration.ofHours(1))),
                        Promise.toCard(ID, LATER),
                        Promise.toRoom(ID, Chore.TOPIC, "", LATER),
                        Promise.toLobby(ID, Chore.ANNOUNCE, LATER));
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"INVESTIGATING", "IDENTIFIED", "MITIGATING"})
    void reachesTheStartOfTheInvestigationWithAnyStageOfIt(Stage stage) {
        Instant happened = NOW.plusSeconds(30);

        Change change = Responding.stage(incident, stage, Optional.empty(), BOB, HANDBOOK, happened, LATER);

        assertThat(change.incident().time(Milestone.INVESTIGATING)).contains(happened);
        assertThat(change.incident().time(Milestone.MITIGATED)).isEmpty();
        assertThat(change.entries().get(0).at()).isEqualTo(happened);
    }

    @Test
    void neverOverwritesAMilestone() {
        Incident monitoring = Responding.stage(incident, Stage.MONITORING, Optional.empty(), BOB, HANDBOOK, NOW, NOW)
                .incident();
        Incident back = Responding.stage(monitoring, Stage.MITIGATING, Optional.empty(), BOB, HANDBOOK, LATER, LATER)
                .incident();

        Incident again = Responding.stage(
                        back,
                        Stage.MONITORING,
                        Optional.empty(),
                        BOB,
                        HANDBOOK,
                        LATER.plusSeconds(1),
                        LATER.plusSeconds(1))
                .incident();

        assertThat(again.stage()).isEqualTo(Stage.MONITORING);
        assertThat(again.time(Milestone.MITIGATED)).contains(NOW);
        assertThat(again.time(Milestone.INVESTIGATING))
                .as("it was before it was mitigated, and nobody said when")
                .isEmpty();
    }

    @Test
    void writesAStageWithItsSentence() {
        Change change = Responding.stage(
                incident, Stage.IDENTIFIED, Optional.of("the pool is full"), BOB, HANDBOOK, NOW, LATER);

        assertThat(change.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.text()).isEqualTo("Stage detected → identified: the pool is full");
            assertThat(entry.data())
                    .containsOnly(
                            Map.entry("from", "detected"),
                            Map.entry("to", "identified"),
                            Map.entry("text", "the pool is full"));
        });
    }

    @Test
    void changesNothingWhenTheStageIsThatAlready() {
        Change change = Responding.stage(incident, Stage.DETECTED, Optional.of("words"), BOB, HANDBOOK, LATER, LATER);

        assertThat(change.isEmpty()).isTrue();
    }

    @Test
    void givesARoleAndNoLongerAsksWhoTakesIt() {
        Change change = Responding.assign(incident, Role.TECH, BOB, ANN, LATER);

        assertThat(change.incident().holder(Role.TECH)).contains(BOB.id());
        assertThat(change.withdrawn()).extracting(Promise::chore).containsExactly(Chore.NUDGE, Chore.UNANSWERED);
        assertThat(change.withdrawn()).extracting(Promise::subject).containsOnly("tech");
        assertThat(change.promises())
                .contains(
                        Promise.toPerson(ID, Chore.DUTIES, "tech", BOB.id(), LATER),
                        Promise.toRoom(ID, Chore.INVITE, "", LATER));
    }

    @Test
    void saysWhoHadTheRoleBefore() {
        Incident annLeads = Responding.assign(incident, Role.IC, ANN, ANN, NOW).incident();

        Change change = Responding.assign(annLeads, Role.IC, BOB, ANN, LATER);

        assertThat(change.incident().roles()).containsOnly(Map.entry(Role.IC, BOB.id()));
        assertThat(change.entries().get(0).text()).isEqualTo("Bob is incident commander");
        assertThat(change.entries().get(0).data())
                .containsOnly(Map.entry("role", "ic"), Map.entry("from", "U0ANN"), Map.entry("to", "U0BOB"));
    }

    @Test
    void changesNothingWhenARoleIsGivenTwiceToTheSamePerson() {
        Incident led = Responding.assign(incident, Role.IC, BOB, ANN, NOW).incident();

        Change again = Responding.assign(led, Role.IC, BOB, BOB, LATER);

        assertThat(again.isEmpty()).isTrue();
        assertThat(again.incident()).isEqualTo(led);
    }

    @Test
    void movesThePromptWithAnUpdate() {
        Instant due = LATER.plus(Duration.ofMinutes(30));

        Change change = Responding.update(incident, "Still down", Optional.empty(), BOB, HANDBOOK, LATER);

        assertThat(change.incident().rhythm())
                .isEqualTo(new Rhythm(
                        Optional.of(new StatusUpdate("Still down", LATER, BOB)), Optional.of(due), new Cadence(1, 0)));
        assertThat(change.promises()).contains(Promise.toRoom(ID, Chore.PROMPT, "", due));
        assertThat(change.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.UPDATE);
            assertThat(entry.text()).isEqualTo("Still down");
            assertThat(entry.key()).isTrue();
            assertThat(entry.told()).isTrue();
        });
    }

    @Test
    void owesTheNextUpdateWhenTheLastOneSaysSo() {
        Instant due = LATER.plus(Duration.ofHours(3));

        Change change =
                Responding.update(incident, "Still down", Optional.of(Duration.ofHours(3)), BOB, HANDBOOK, LATER);

        assertThat(change.incident().rhythm().due()).contains(due);
        assertThat(change.promises()).contains(Promise.toRoom(ID, Chore.PROMPT, "", due));
    }

    @Test
    void owesNoFurtherUpdateOnceItIsResolved() {
        Change change = Responding.update(Samples.resolved(), "All is well", Optional.empty(), BOB, HANDBOOK, LATER);

        assertThat(change.incident().rhythm().due()).isEmpty();
        assertThat(change.incident().rhythm().latest().map(StatusUpdate::text)).contains("All is well");
        assertThat(change.promises()).extracting(Promise::chore).doesNotContain(Chore.PROMPT);
    }

    @Test
    void promisesToAskAgainAfterItHasAsked() {
        Instant late = NOW.plus(Duration.ofMinutes(40));

        Change change = Responding.prompted(incident, HANDBOOK, late);

        assertThat(change.moved()).isFalse();
        assertThat(change.promises()).contains(Promise.toRoom(ID, Chore.PROMPT, "", late.plus(Duration.ofMinutes(30))));
        assertThat(change.incident().rhythm()).isEqualTo(incident.rhythm());
    }

    @Test
    void asksAgainWhenTheNextUpdateIsOwedIfOneWasGivenMeanwhile() {
        Instant due = NOW.plus(Duration.ofMinutes(30));

        Change change = Responding.prompted(incident, HANDBOOK, LATER);

        assertThat(change.promises()).containsExactly(Promise.toRoom(ID, Chore.PROMPT, "", due));
    }

    @Test
    void doesNotAskAgainOnceItIsResolved() {
        Change change = Responding.prompted(Samples.resolved(), HANDBOOK, LATER);

        assertThat(change.isEmpty()).isTrue();
    }

    @Test
    void putsTheUpdateOffForAWhile() {
        Instant due = LATER.plus(Duration.ofMinutes(15));

        Change change = Responding.snooze(incident, Duration.ofMinutes(15), BOB, LATER);

        assertThat(change.incident().rhythm().due()).contains(due);
        assertThat(change.promises())
                .containsExactly(Promise.toRoom(ID, Chore.PROMPT, "", due), Promise.toCard(ID, LATER));
        assertThat(change.entries().get(0).text()).isEqualTo("Snoozed the status update for 15 min");
    }

    @Test
    void remembersANoteAtItsTimeWithoutTellingTheChannel() {
        Change change =
                Responding.remark(incident, Kind.NOTE, "Deployed 1.2", Optional.empty(), BOB, NOW.minusSeconds(90));

        assertThat(change.moved()).isFalse();
        assertThat(change.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.NOTE);
            assertThat(entry.at()).isEqualTo(NOW.minusSeconds(90));
            assertThat(entry.key()).isTrue();
            assertThat(entry.told()).isFalse();
        });
    }

    @Test
    void tellsTheChannelOfADecision() {
        Change change = Responding.remark(incident, Kind.DECISION, "We roll back", Optional.empty(), BOB, LATER);

        assertThat(change.entries()).singleElement().matches(Entry::told).matches(Entry::key);
    }

    @Test
    void refusesToWorkOnWhatIsResolvedAndSaysHowToGoOn() {
        Incident resolved = Samples.resolved();

        assertThatThrownBy(() -> Responding.severity(resolved, Severity.SEV1, Optional.empty(), BOB, HANDBOOK, LATER))
                .isInstanceOf(Refusal.class)
                .hasMessage("INC-42 is already resolved. Nothing was changed. To work on it again: "
                        + "`/incident reopen because …`.");
        assertThatThrownBy(
                        () -> Responding.stage(resolved, Stage.MITIGATING, Optional.empty(), BOB, HANDBOOK, NOW, NOW))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Responding.snooze(resolved, Duration.ofMinutes(5), BOB, NOW))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void refusesToTouchWhatIsClosed() {
        Incident closed = Samples.closed();

        assertThatThrownBy(() -> Responding.assign(closed, Role.IC, BOB, BOB, LATER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("INC-42 is closed")
                .hasMessageContaining("reopen because");
        assertThatThrownBy(() -> Responding.update(closed, "x", Optional.empty(), BOB, HANDBOOK, LATER))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Responding.remark(closed, Kind.NOTE, "x", Optional.empty(), BOB, LATER))
                .isInstanceOf(Refusal.class);
    }
}
