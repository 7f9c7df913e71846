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
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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
                        Promise.toRoom(ID, Chore.CARD, "", NOW),
                        Promise.toPerson(ID, Chore.REMIND, "1", BOB.id(), DUE.minus(Duration.ofDays(1))));
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
        assertThat(change.promises()).extracting(Promise::chore).containsExactly(Chore.REMIND);
    }

    @Test
    void tellsNothingInTheChannelOfAClosedIncident() {
        Change added = adding(Samples.closed());
        Change done = FollowingUp.done(added.incident(), 1, BOB, NOW);

        assertThat(added.entries()).noneMatch(Entry::told);
        assertThat(done.entries()).noneMatch(Entry::told);
        assertThat(done.promises()).isEmpty();
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
        assertThat(FollowingUp.reminded(done, 1, REMINDERS, NOW).isEmpty()).isTrue();
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
        Change change = FollowingUp.reminded(withItem, 1, REMINDERS, DUE);

        assertThat(change.entries()).isEmpty();
        assertThat(change.promises())
                .containsExactly(Promise.toPerson(ID, Chore.REMIND, "1", BOB.id(), DUE.plus(Duration.ofDays(1))));
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
}
