package dev.muster.incident;

import static dev.muster.incident.Samples.ANN;
import static dev.muster.incident.Samples.BERLIN;
import static dev.muster.incident.Samples.BOB;
import static dev.muster.incident.Samples.ID;
import static dev.muster.incident.Samples.NOW;
import static dev.muster.incident.Samples.REMINDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.incident.ActionItem.Priority;
import dev.muster.incident.Handbook.ReminderRule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FollowingUpTest {

    private static final Instant DUE = NOW.plus(Duration.ofDays(7));

    private final Incident withItem = adding(Samples.opened()).incident();

    @Test
    void numbersActionItemsWithinTheIncident() {
        Incident two = adding(withItem).incident();

        assertThat(two.actions()).extracting(ActionItem::number).containsExactly(1, 2);
        assertThat(two.actions()).allMatch(ActionItem::isOpen);
    }

    @Test
    void promisesToRemindTheOwnerBeforeItIsDue() {
        Change change = adding(Samples.opened());

        assertThat(change.promises())
                .containsExactly(
                        Promise.toCard(ID, NOW),
                        Promise.toPerson(ID, Chore.REMIND, "1", BOB.id(), nine(DUE.minus(Duration.ofDays(1)))),
                        Promise.toPerson(ID, Chore.ASSIGNED, "1", BOB.id(), NOW));
    }

    @Test
    void tellsTheOwnerOfAResolvedIncidentsItemWhenTheyWork() {
        ReminderRule office = new ReminderRule(
                List.of(),
                Duration.ofDays(1),
                LocalTime.of(9, 0),
                new Hours(LocalTime.of(8, 0), LocalTime.of(18, 0), Set.of(DayOfWeek.MONDAY)),
                2,
                4);
        ActionItem item = FollowingUp.next(Samples.resolved(), "Raise", BOB.id(), DUE, BERLIN, Priority.HIGH);

        Change change = FollowingUp.add(Samples.resolved(), item, BOB, ANN, office, NOW);

        Instant monday = Instant.parse("2026-11-23T07:00:00Z");
        assertThat(change.promises()).contains(Promise.toPerson(ID, Chore.ASSIGNED, "1", BOB.id(), monday));
    }

    @Test
    void asksSomebodyElseToLookWhetherItIsDone() {
        Change byBob = FollowingUp.done(withItem, 1, BOB, NOW);

        assertThat(byBob.promises()).contains(Promise.toPerson(ID, Chore.VERIFY, "1", ANN.id(), NOW));
        assertThatThrownBy(() -> FollowingUp.verify(byBob.incident(), 1, BOB, NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("somebody else must look. Nothing was changed.");
        Change verified = FollowingUp.verify(byBob.incident(), 1, ANN, NOW);
        assertThat(verified.incident().action(1).state()).isEqualTo(ActionItem.State.VERIFIED);
        assertThat(FollowingUp.verify(verified.incident(), 1, ANN, NOW).isEmpty())
                .isTrue();
        assertThatThrownBy(() -> FollowingUp.verify(withItem, 1, ANN, NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is open, not done");
        assertThat(FollowingUp.done(withItem, 1, ANN, NOW).promises())
                .contains(Promise.toPerson(ID, Chore.VERIFY, "1", BOB.id(), NOW));
    }

    @Test
    void opensAgainWhatGetsAnotherDate() {
        Incident done = FollowingUp.done(withItem, 1, BOB, NOW).incident();
        Instant later = DUE.plus(Duration.ofDays(3));

        Change change = FollowingUp.due(done, 1, later, ANN, REMINDERS, NOW);

        assertThat(change.incident().action(1).isOpen()).isTrue();
        assertThat(change.incident().action(1).doneBy()).isEmpty();
        assertThat(change.promises())
                .contains(Promise.toPerson(ID, Chore.REMIND, "1", BOB.id(), nine(later.minus(Duration.ofDays(1)))));
        assertThat(change.withdrawn()).extracting(Promise::chore).containsExactly(Chore.VERIFY);
    }

    @Test
    void remindsWhoeverItIsGivenToByTheirOwnClock() {
        Change change = FollowingUp.give(withItem, 1, ANN, ZoneId.of("Asia/Tokyo"), BOB, REMINDERS, NOW);

        assertThat(change.incident().action(1).owner()).isEqualTo(ANN.id());
        assertThat(change.incident().action(1).zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(change.promises())
                .extracting(Promise::lane, Promise::chore)
                .contains(tuple("dm:U0ANN", Chore.REMIND), tuple("dm:U0ANN", Chore.ASSIGNED));
        assertThat(FollowingUp.give(change.incident(), 1, ANN, BERLIN, BOB, REMINDERS, NOW)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void remindsNobodyOfWhatIsDropped() {
        Change dropped = FollowingUp.drop(withItem, 1, "the service is gone", ANN, NOW);

        assertThat(dropped.incident().action(1).state()).isEqualTo(ActionItem.State.DROPPED);
        assertThat(dropped.withdrawn()).extracting(Promise::chore).containsExactly(Chore.REMIND);
        assertThat(Reminding.reminded(dropped.incident(), 1, REMINDERS, NOW).isEmpty())
                .isTrue();
        assertThatThrownBy(() -> FollowingUp.due(dropped.incident(), 1, DUE, ANN, REMINDERS, NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("was dropped. Nothing was changed.");
    }

    @Test
    void countsOnlyTheRemindersOfWhatIsOverdue() {
        assertThat(Reminding.reminded(withItem, 1, REMINDERS, DUE.minusSeconds(1))
                        .incident()
                        .action(1)
                        .asked())
                .isZero();
        Incident once = Reminding.reminded(withItem, 1, REMINDERS, DUE).incident();
        Incident twice = Reminding.reminded(once, 1, REMINDERS, DUE.plus(Duration.ofDays(1)))
                .incident();

        assertThat(twice.action(1).asked()).isEqualTo(2);
    }

    @Test
    void tellsTheChannelAndThenWhoeverLeadsWhatStaysUndone() {
        ReminderRule rule = new ReminderRule(List.of(), Duration.ofDays(1), LocalTime.of(9, 0), Hours.ALWAYS, 1, 2);
        Incident incident = withItem;
        List<List<String>> told = new ArrayList<>();
        for (int day = 0; day < 7; day++) {
            Change change = Reminding.reminded(incident, 1, rule, DUE.plus(Duration.ofDays(day)));
            incident = change.incident();
            told.add(change.promises().stream()
                    .filter(promise -> promise.chore() == Chore.STUCK)
                    .map(Promise::lane)
                    .toList());
        }

        assertThat(told)
                .containsExactly(
                        List.of(),
                        List.of("INC-42"),
                        List.of("dm:U0ANN"),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of("INC-42"));
    }

    @Test
    void tellsTheChannelWhoDoesWhatUntilWhenInTheOwnersZone() {
        Change change = adding(Samples.opened());

        assertThat(change.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.ACTION);
            assertThat(entry.actor()).contains(ANN);
            assertThat(entry.text()).isEqualTo("Action item 1 for Bob, due 2026-11-27 15:05 CET: Raise the limit");
            assertThat(entry.data())
                    .containsOnly(
                            Map.entry("number", 1L),
                            Map.entry("owner", "U0BOB"),
                            Map.entry("ownerName", "Bob"),
                            Map.entry("priority", "high"),
                            Map.entry("due", "2026-11-27T14:05:00Z"));
            assertThat(entry.told()).isTrue();
        });
    }

    @Test
    void takesActionItemsOnAClosedIncident() {
        Change change = adding(Samples.closed());

        assertThat(change.incident().stage()).isEqualTo(Stage.CLOSED);
        assertThat(change.incident().actions()).hasSize(1);
        assertThat(change.promises()).extracting(Promise::chore).containsExactly(Chore.REMIND, Chore.ASSIGNED);
    }

    @Test
    void tellsNothingInTheChannelOfAClosedIncident() {
        Change added = adding(Samples.closed());
        Change done = FollowingUp.done(added.incident(), 1, BOB, NOW);

        assertThat(added.entries()).noneMatch(Entry::told);
        assertThat(done.entries()).noneMatch(Entry::told);
        assertThat(done.promises()).extracting(Promise::chore).containsExactly(Chore.VERIFY);
    }

    @Test
    void remindsNobodyOfWhatIsDone() {
        Change change = FollowingUp.done(withItem, 1, BOB, NOW);

        assertThat(change.incident().action(1).isOpen()).isFalse();
        assertThat(change.withdrawn())
                .extracting(Promise::chore, Promise::subject)
                .containsExactly(tuple(Chore.REMIND, "1"));
        assertThat(change.entries().get(0).text()).isEqualTo("Action item 1 is done: Raise the limit");
    }

    @Test
    void changesNothingWhenItIsDoneTwice() {
        Incident done = FollowingUp.done(withItem, 1, BOB, NOW).incident();

        assertThat(FollowingUp.done(done, 1, BOB, NOW).isEmpty()).isTrue();
        assertThat(FollowingUp.snooze(done, 1, Duration.ofDays(1), BOB, NOW).isEmpty())
                .isTrue();
        assertThat(Reminding.reminded(done, 1, REMINDERS, NOW).isEmpty()).isTrue();
    }

    @Test
    void finishesOnlyTheItemThatIsMeant() {
        Incident two = adding(withItem).incident();

        Incident after = FollowingUp.done(two, 2, BOB, NOW).incident();

        assertThat(after.action(1)).isEqualTo(two.action(1));
        assertThat(after.action(2).isOpen()).isFalse();
    }

    @Test
    void leavesTheOwnerInPeaceAndTheDueTimeWhereItIs() {
        Change change = FollowingUp.snooze(withItem, 1, Duration.ofHours(1), BOB, NOW);

        assertThat(change.moved()).isFalse();
        assertThat(change.incident().action(1).due()).isEqualTo(DUE);
        assertThat(change.promises())
                .containsExactly(Promise.toPerson(ID, Chore.REMIND, "1", BOB.id(), NOW.plus(Duration.ofHours(1))));
        assertThat(change.entries().get(0).text()).isEqualTo("Reminder of action item 1 snoozed for 1 h");
    }

    @Test
    void remindsAgainAfterAReminder() {
        Change change = Reminding.reminded(withItem, 1, REMINDERS, DUE);

        assertThat(change.entries()).isEmpty();
        assertThat(change.promises())
                .containsExactly(Promise.toPerson(ID, Chore.REMIND, "1", BOB.id(), nine(DUE.plus(Duration.ofDays(1)))));
    }

    @Test
    void refusesAnItemThatIsNotThereAndSaysWhereToLook() {
        assertThatThrownBy(() -> FollowingUp.done(withItem, 9, BOB, NOW))
                .isInstanceOf(Refusal.class)
                .hasMessage("INC-42 has no action item 9. See `/incident actions`.");
    }

    private static Change adding(Incident incident) {
        ActionItem item = FollowingUp.next(incident, "Raise the limit", BOB.id(), DUE, BERLIN, Priority.HIGH);
        return FollowingUp.add(incident, item, BOB, ANN, REMINDERS, NOW);
    }

    /** When reminders come by the day. */
    private static Instant nine(Instant day) {
        return day.atZone(BERLIN).toLocalDate().atTime(9, 0).atZone(BERLIN).toInstant();
    }
}
