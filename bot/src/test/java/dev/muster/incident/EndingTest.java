package dev.muster.incident;

import static dev.muster.incident.Samples.ANN;
import static dev.muster.incident.Samples.BOB;
import static dev.muster.incident.Samples.HANDBOOK;
import static dev.muster.incident.Samples.ID;
import static dev.muster.incident.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Incidents that end without being resolved: false alarms, and those that go on in another. */
class EndingTest {

    private static final Instant LATER = NOW.plusSeconds(600);
    private static final IncidentId SEVEN = new IncidentId(7);

    @Test
    void cancelsAFalseAlarmWithItsReason() {
        Change change = Finishing.cancel(Samples.opened(), "A test alert", BOB, LATER);

        Incident after = change.incident();
        assertThat(after.stage()).isEqualTo(Stage.CLOSED);
        assertThat(after.conduct().ending())
                .contains(new Ending(Ending.Cause.CANCELLED, "A test alert", Optional.empty()));
        assertThat(after.standing()).isEqualTo("cancelled (false alarm)");
        assertThat(change.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.STAGE);
            assertThat(entry.text()).isEqualTo("Stage detected → cancelled (false alarm) because A test alert");
            assertThat(entry.data())
                    .containsOnly(
                            Map.entry("from", "detected"),
                            Map.entry("to", "closed"),
                            Map.entry("ending", "cancelled"),
                            Map.entry("reason", "A test alert"));
            assertThat(entry.key()).isTrue();
            assertThat(entry.told()).isTrue();
        });
    }

    @Test
    void restoresNothingByAFalseAlarm() {
        Incident after =
                Finishing.cancel(Samples.opened(), "A test", BOB, LATER).incident();

        assertThat(after.times()).isEqualTo(Samples.opened().times()).doesNotContainKey(Milestone.RESTORED);
    }

    @Test
    void asksForNothingMoreAndIsPutAwayOnceItIsCancelled() {
        Change change = Finishing.cancel(Samples.opened(), "A test", BOB, LATER);

        assertThat(change.incident().rhythm().due()).isEmpty();
        assertThat(change.withdrawn())
                .extracting(promise -> promise.chore() + " " + promise.subject())
                .containsExactlyInAnyOrder(
                        "CARE meeting",
                        "CARE review",
                        "PROMPT ",
                        "NUDGE ic",
                        "NUDGE tech",
                        "NUDGE comms",
                        "UNANSWERED ic",
                        "UNANSWERED tech",
                        "UNANSWERED comms",
                        "WATCH unclear",
                        "WATCH unmitigated",
                        "PRESS direct",
                        "PRESS up",
                        "WATCH lasting",
                        "WATCH critical",
                        "WATCH watched",
                        "CARE stage",
                        "CARE silence",
                        "CARE open",
                        "CARE unclosed");
        assertThat(change.promises())
                .extracting(Promise::chore)
                .containsExactly(Chore.CARD, Chore.TOPIC, Chore.ANNOUNCE, Chore.CATCH_UP);
        assertThat(Finishing.readToTheEnd(change.incident(), LATER).promises())
                .extracting(Promise::chore)
                .containsExactly(Chore.SEAL, Chore.ARCHIVE);
    }

    @Test
    void asksForNothingIfItWasCancelledBeforeItsChannelWasOpen() {
        Incident cancelled =
                Finishing.cancel(Samples.declared(), "A test", BOB, NOW).incident();

        Incident opened = Declaring.opened(cancelled, Samples.ROOM, Samples.ROOM_NAME, HANDBOOK, LATER)
                .incident();

        assertThat(opened.rhythm().due()).isEmpty();
        assertThat(opened.standing()).isEqualTo("cancelled (false alarm)");
    }

    @Test
    void refusesToCancelWhatIsOver() {
        Incident cancelled =
                Finishing.cancel(Samples.opened(), "A test", BOB, LATER).incident();

        assertThatThrownBy(() -> Finishing.cancel(Samples.resolved(), "why", BOB, LATER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("INC-42 is already resolved. Nothing was changed");
        assertThatThrownBy(() -> Finishing.cancel(Samples.closed(), "why", BOB, LATER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("INC-42 is already closed");
        assertThatThrownBy(() -> Finishing.cancel(cancelled, "why", BOB, LATER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("INC-42 is already cancelled (false alarm)");
    }

    @Test
    void forgetsHowItEndedWhenItIsReopened() {
        Incident cancelled =
                Finishing.cancel(Samples.opened(), "A test", BOB, LATER).incident();

        Incident reopened =
                Finishing.reopen(cancelled, "It was real", ANN, HANDBOOK, LATER).incident();

        assertThat(reopened.conduct().ending()).isEmpty();
        assertThat(reopened.standing()).isEqualTo("investigating");
    }

    @Test
    void goesOnInAnotherIncidentThatIsToldOfIt() {
        Change change = Finishing.duplicate(Samples.opened(), seven(), BOB, LATER);

        Incident after = change.incident();
        assertThat(after.stage()).isEqualTo(Stage.CLOSED);
        assertThat(after.standing()).isEqualTo("duplicate of INC-7");
        assertThat(after.isDuplicateOf(SEVEN)).isTrue();
        assertThat(after.times()).doesNotContainKey(Milestone.RESTORED);
        assertThat(change.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.text()).isEqualTo("Stage detected → duplicate of INC-7");
            assertThat(entry.data()).containsEntry("duplicateOf", "INC-7").containsEntry("to", "closed");
            assertThat(entry.told()).isTrue();
        });
        assertThat(change.promises()).contains(Promise.toOriginal(ID, SEVEN, BOB.id(), LATER));
        assertThat(change.promises()).extracting(Promise::chore).contains(Chore.CATCH_UP);
        assertThat(change.withdrawn()).extracting(Promise::chore).contains(Chore.PROMPT, Chore.NUDGE);
    }

    @Test
    void waitsForNothingOfItsOwnChannelToTellTheOther() {
        Promise promise = Promise.toOriginal(ID, SEVEN, BOB.id(), LATER);

        assertThat(promise.lane()).isNotEqualTo(ID.toString()).isNotEqualTo(SEVEN.toString());
        assertThat(promise.subject()).isEqualTo("INC-7/U0BOB");
    }

    @Test
    void refusesToBeADuplicateOfItselfOfADuplicateOrOfWhatIsOver() {
        Incident opened = Samples.opened();
        Incident duplicate =
                Finishing.duplicate(seven(), numbered(3), BOB, LATER).incident();
        Incident cancelled = Finishing.cancel(seven(), "A test", BOB, LATER).incident();
        Incident closed = Finishing.close(
                        Finishing.resolve(seven(), Optional.empty(), BOB, Samples.HANDBOOK, LATER, LATER)
                                .incident(),
                        Optional.empty(),
                        BOB,
                        Samples.HANDBOOK,
                        LATER)
                .incident();

        assertThatThrownBy(() -> Finishing.duplicate(opened, opened, BOB, LATER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("INC-42 cannot be a duplicate of itself. Nothing was changed.");
        assertThatThrownBy(() -> Finishing.duplicate(opened, duplicate, BOB, LATER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("INC-7 is itself a duplicate of INC-3. Nothing was changed.")
                .hasMessageContaining("`/incident 42 duplicate of INC-3`");
        assertThatThrownBy(() -> Finishing.duplicate(opened, cancelled, BOB, LATER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("INC-7 is cancelled (false alarm), so nothing goes on there.");
        assertThatThrownBy(() -> Finishing.duplicate(opened, closed, BOB, LATER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("INC-7 is closed, so nothing goes on there.");
        assertThatThrownBy(() -> Finishing.duplicate(Samples.resolved(), seven(), BOB, LATER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("INC-42 is already resolved");
    }

    @Test
    void tellsTheOtherWhoWorkedOnIt() {
        Incident duplicate =
                Finishing.duplicate(Samples.opened(), seven(), BOB, LATER).incident();

        Change change =
                Finishing.duplicated(seven(), duplicate, List.of("Ann (incident commander)"), BOB, HANDBOOK, LATER);

        assertThat(change.moved()).isFalse();
        assertThat(change.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.LINK);
            assertThat(entry.actor()).contains(BOB);
            assertThat(entry.text())
                    .isEqualTo("INC-42 is a duplicate of this one. Who worked on it: Ann (incident commander).");
            assertThat(entry.data()).containsOnly(Map.entry("duplicate", "INC-42"));
            assertThat(entry.key()).isTrue();
            assertThat(entry.told()).isTrue();
        });
    }

    @Test
    void namesNobodyOfAPrivateIncident() {
        Declaration hidden =
                new Declaration("Secret", Severity.SEV2, ANN, Map.of(), Optional.empty(), true, false, "o", "");
        Incident secret = Declaring.declare(ID, hidden, NOW).incident();

        Change change =
                Finishing.duplicated(seven(), secret, List.of("Ann (incident commander)"), BOB, HANDBOOK, LATER);

        assertThat(change.entries()).singleElement().satisfies(entry -> assertThat(entry.text())
                .isEqualTo("INC-42 is a duplicate of this one."));
    }

    @Test
    void writesToAClosedIncidentWithoutTellingItsChannel() {
        Incident closed = Finishing.cancel(seven(), "A test", BOB, LATER).incident();

        Change change = Finishing.duplicated(closed, Samples.opened(), List.of(), BOB, HANDBOOK, LATER);

        assertThat(change.entries()).singleElement().satisfies(entry -> assertThat(entry.told())
                .isFalse());
    }

    @Test
    void takesUpTheOlderOfTwoThatWereClosedAsDuplicatesOfEachOther() {
        Incident opened = Samples.opened();
        Incident duplicate = Finishing.duplicate(opened, seven(), BOB, LATER).incident();
        Incident original = Finishing.duplicate(seven(), opened, ANN, LATER).incident();

        Change older = Finishing.duplicated(original, duplicate, List.of(), BOB, HANDBOOK, LATER);
        Change newer = Finishing.duplicated(duplicate, original, List.of(), ANN, HANDBOOK, LATER);

        assertThat(older.incident().standing()).isEqualTo("investigating");
        assertThat(older.entries())
                .extracting(Entry::text)
                .containsExactly(
                        "Stage closed → investigating: INC-42 was closed as its duplicate, too",
                        "INC-42 is a duplicate of this one.");
        assertThat(older.entries()).allMatch(Entry::told);
        assertThat(newer.moved()).isFalse();
    }

    @Test
    void hasNothingToDoForADuplicateOfItself() {
        Incident opened = Samples.opened();
        Incident duplicate = Finishing.duplicate(seven(), opened, BOB, LATER).incident();

        assertThatThrownBy(() -> Finishing.duplicate(opened, duplicate, BOB, LATER))
                .isInstanceOf(Refusal.class)
                .hasMessage("INC-7 is itself a duplicate of INC-42. Nothing was changed. There is nothing to do.");
    }

    private static Incident seven() {
        return numbered(7);
    }

    private static Incident numbered(long number) {
        return Declaring.declare(new IncidentId(number), Samples.declaration("Payments fail"), NOW)
                .incident();
    }
}
