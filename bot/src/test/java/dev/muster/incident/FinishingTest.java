package dev.muster.incident;

import static dev.muster.incident.Samples.ANN;
import static dev.muster.incident.Samples.BOB;
import static dev.muster.incident.Samples.HANDBOOK;
import static dev.muster.incident.Samples.ID;
import static dev.muster.incident.Samples.NOW;
import static dev.muster.incident.Samples.ROOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class FinishingTest {

    private static final Instant LATER = NOW.plusSeconds(3600);
    private static final Tuple[] ALL_THE_ASKING = {
        tuple(Chore.PROMPT, ""),
        tuple(Chore.NUDGE, "ic"),
        tuple(Chore.NUDGE, "tech"),
        tuple(Chore.NUDGE, "comms"),
        tuple(Chore.UNANSWERED, "ic"),
        tuple(Chore.UNANSWERED, "tech"),
        tuple(Chore.UNANSWERED, "comms"),
        tuple(Chore.WATCH, "unclear"),
        tuple(Chore.WATCH, "unmitigated"),
        tuple(Chore.PRESS, "direct"),
        tuple(Chore.PRESS, "up"),
        tuple(Chore.WATCH, "lasting"),
        tuple(Chore.WATCH, "critical"),
        tuple(Chore.WATCH, "watched"),
        tuple(Chore.CARE, "stage"),
        tuple(Chore.CARE, "silence"),
        tuple(Chore.CARE, "open")
    };

    @Test
    void isRestoredWhenItHappenedNotWhenItWasSaid() {
        Instant happened = LATER.minusSeconds(120);

        Change change = Finishing.resolve(Samples.opened(), Optional.empty(), BOB, Samples.HANDBOOK, happened, LATER);

        assertThat(change.incident().stage()).isEqualTo(Stage.RESOLVED);
        assertThat(change.incident().time(Milestone.MITIGATED)).contains(happened);
        assertThat(change.incident().time(Milestone.RESTORED)).contains(happened);
        assertThat(change.entries().get(0).at()).isEqualTo(happened);
        assertThat(change.promises())
                .filteredOn(promise -> promise.chore() != Chore.CARE)
                .extracting(Promise::due)
                .containsOnly(LATER);
    }

    @Test
    void keepsTheMitigationThatWasReachedBefore() {
        Incident monitoring = Responding.stage(
                        Samples.opened(), Stage.MONITORING, Optional.empty(), BOB, HANDBOOK, NOW.plusSeconds(10), LATER)
                .incident();

        Change change = Finishing.resolve(monitoring, Optional.empty(), BOB, Samples.HANDBOOK, LATER, LATER);

        assertThat(change.incident().time(Milestone.MITIGATED)).contains(NOW.plusSeconds(10));
        assertThat(change.incident().time(Milestone.RESTORED)).contains(LATER);
    }

    @Test
    void asksForNothingMoreOnceItIsResolved() {
        Change change = Finishing.resolve(Samples.opened(), Optional.empty(), BOB, Samples.HANDBOOK, LATER, LATER);

        assertThat(change.incident().rhythm().due()).isEmpty();
        assertThat(change.withdrawn())
                .extracting(Promise::chore, Promise::subject)
                .containsExactlyInAnyOrder(ALL_THE_ASKING);
        assertThat(change.promises())
                .extracting(Promise::chore)
                .containsExactly(
                        Chore.CARD,
                        Chore.TOPIC,
                        Chore.ANNOUNCE,
                        Chore.DRAFTED,
                        Chore.SEAL,
                        Chore.CARE,
                        Chore.CARE,
                        Chore.CARE);
        assertThat(change.promises())
                .contains(
                        Promise.toRoom(ID, Chore.CARE, "unclosed", LATER.plus(Duration.ofDays(1))),
                        Promise.toRoom(ID, Chore.CARE, "meeting", LATER.plus(Duration.ofHours(24))),
                        Promise.toRoom(ID, Chore.CARE, "review", LATER.plus(Duration.ofDays(2))));
    }

    @Test
    void saysInTheSummaryWhatItWas() {
        Change change = Finishing.resolve(
                Samples.opened(), Optional.of("The pool was full"), BOB, Samples.HANDBOOK, LATER, LATER);

        assertThat(change.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.STAGE);
            assertThat(entry.text()).isEqualTo("Stage detected → resolved: The pool was full");
            assertThat(entry.data())
                    .containsOnly(
                            Map.entry("from", "detected"),
                            Map.entry("to", "resolved"),
                            Map.entry("text", "The pool was full"));
            assertThat(entry.key()).isTrue();
            assertThat(entry.told()).isTrue();
        });
    }

    @Test
    void refusesToResolveTwice() {
        assertThatThrownBy(() ->
                        Finishing.resolve(Samples.resolved(), Optional.empty(), BOB, Samples.HANDBOOK, LATER, LATER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("INC-42 is already resolved");
    }

    @Test
    void refusesToCloseWhatIsNotResolvedAndSaysWhatToDoFirst() {
        assertThatThrownBy(() -> Finishing.close(Samples.opened(), Optional.empty(), BOB, Samples.HANDBOOK, LATER))
                .isInstanceOf(Refusal.class)
                .hasMessage("INC-42 is still detected. Nothing was changed. Resolve it first: `/incident resolve`.");
    }

    @Test
    void readsTheChannelALastTimeBeforeItIsArchived() {
        Change change = Finishing.close(Samples.resolved(), Optional.empty(), BOB, Samples.HANDBOOK, LATER);

        assertThat(change.incident().stage()).isEqualTo(Stage.CLOSED);
        assertThat(change.promises())
                .extracting(Promise::chore)
                .containsExactly(Chore.CARD, Chore.TOPIC, Chore.ANNOUNCE, Chore.CATCH_UP);
    }

    @Test
    void isSealedAndArchivedOnceAllIsRead() {
        Incident closed = Finishing.close(Samples.resolved(), Optional.empty(), BOB, Samples.HANDBOOK, LATER)
                .incident();

        assertThat(Finishing.readToTheEnd(closed, LATER).promises())
                .extracting(Promise::chore)
                .containsExactly(Chore.SEAL, Chore.ARCHIVE);
    }

    @Test
    void isNotArchivedWhenItWasReopenedWhileItWasRead() {
        assertThat(Finishing.readToTheEnd(Samples.opened(), LATER).promises()).isEmpty();
    }

    @Test
    void withdrawsEveryPromptWhenItIsClosed() {
        Change change = Finishing.close(Samples.resolved(), Optional.empty(), BOB, Samples.HANDBOOK, LATER);

        assertThat(change.withdrawn())
                .extracting(Promise::chore, Promise::subject)
                .contains(ALL_THE_ASKING)
                .contains(tuple(Chore.CARE, "unclosed"));
    }

    @Test
    void refusesToCloseTwice() {
        assertThatThrownBy(() -> Finishing.close(Samples.closed(), Optional.empty(), BOB, Samples.HANDBOOK, LATER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("INC-42 is closed");
    }

    @Test
    void goesOnInTheSameChannelWhenItWasOnlyResolved() {
        Instant due = LATER.plus(Duration.ofMinutes(30));

        Change change = Finishing.reopen(Samples.resolved(), "It is back", ANN, HANDBOOK, LATER);

        assertThat(change.incident().stage()).isEqualTo(Stage.INVESTIGATING);
        assertThat(change.incident().room().channel()).contains(ROOM);
        assertThat(change.incident().rhythm().due()).contains(due);
        assertThat(change.promises())
                .contains(Promise.toRoom(ID, Chore.PROMPT, "", due))
                .extracting(Promise::chore)
                .doesNotContain(Chore.OPEN_CHANNEL);
    }

    @Test
    void opensANewChannelWhenTheOldOneIsArchived() {
        Change change = Finishing.reopen(Samples.archived(), "It is back", ANN, HANDBOOK, LATER);

        assertThat(change.incident().room().channel()).isEmpty();
        assertThat(change.promises()).containsExactly(Promise.toRoom(ID, Chore.OPEN_CHANNEL, "", LATER));
    }

    @Test
    void keepsTheChannelThatIsNotArchivedYet() {
        Change change = Finishing.reopen(Samples.closed(), "It is back", ANN, HANDBOOK, LATER);

        assertThat(change.incident().room().channel()).contains(ROOM);
        assertThat(change.withdrawn())
                .extracting(promise -> promise.chore() + " " + promise.subject())
                .containsExactly("ARCHIVE ", "CARE unclosed", "CARE meeting", "CARE review");
        assertThat(change.promises()).extracting(Promise::chore).doesNotContain(Chore.OPEN_CHANNEL);
    }

    @Test
    void needsAnotherChannelIfItWasReopenedWhileTheOldOneWasArchived() {
        Incident reopened = Finishing.reopen(Samples.closed(), "It is back", ANN, HANDBOOK, LATER)
                .incident();

        Change change = Finishing.archived(reopened, LATER);

        assertThat(change.incident().room().channel()).isEmpty();
        assertThat(change.promises()).containsExactly(Promise.toRoom(ID, Chore.OPEN_CHANNEL, "", LATER));
    }

    @Test
    void remembersThatTheChannelIsArchived() {
        Change change = Finishing.archived(Samples.closed(), LATER);

        assertThat(change.incident().room().archived()).isTrue();
        assertThat(change.incident().room().channel()).contains(ROOM);
        assertThat(change.promises()).isEmpty();
    }

    @Test
    void asksAgainForTheRolesThatNobodyHolds() {
        Incident led =
                Responding.assign(Samples.opened(), Role.IC, BOB, ANN, NOW).incident();
        Incident resolved = Finishing.resolve(led, Optional.empty(), ANN, Samples.HANDBOOK, NOW, NOW)
                .incident();

        Change change = Finishing.reopen(resolved, "It is back", ANN, HANDBOOK, LATER);

        Instant due = LATER.plus(Duration.ofMinutes(5));
        assertThat(change.promises())
                .filteredOn(promise -> promise.chore() == Chore.NUDGE)
                .containsExactlyInAnyOrder(
                        Promise.toRoom(ID, Chore.NUDGE, "tech", due), Promise.toRoom(ID, Chore.NUDGE, "comms", due));
    }

    @Test
    void keepsTheVideoCallOfAnArchivedIncident() {
        Declaration withVideo = new Declaration(
                "Checkout",
                Severity.SEV2,
                ANN,
                Map.of(),
                Optional.empty(),
                false,
                false,
                "origin-1",
                "https://video.example/x");
        Incident declared = Declaring.declare(ID, withVideo, NOW).incident();
        Incident closed = Finishing.close(
                        Finishing.resolve(declared, Optional.empty(), ANN, Samples.HANDBOOK, NOW, NOW)
                                .incident(),
                        Optional.empty(),
                        ANN,
                        Samples.HANDBOOK,
                        NOW)
                .incident();

        Change change =
                Finishing.reopen(Finishing.archived(closed, NOW).incident(), "It is back", ANN, HANDBOOK, LATER);

        assertThat(change.incident().room()).isEqualTo(Room.unopened("https://video.example/x"));
    }

    @Test
    void keepsTheMilestonesOfTheFirstTime() {
        Incident resolved = Samples.resolved();

        Incident reopened =
                Finishing.reopen(resolved, "It is back", ANN, HANDBOOK, LATER).incident();
        Incident again = Finishing.resolve(reopened, Optional.empty(), ANN, Samples.HANDBOOK, LATER, LATER)
                .incident();

        assertThat(reopened.times()).isEqualTo(resolved.times());
        assertThat(again.times()).isEqualTo(resolved.times());
    }

    @Test
    void writesWhyItWasReopened() {
        Change change = Finishing.reopen(Samples.resolved(), "It is back", ANN, HANDBOOK, LATER);

        assertThat(change.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.text()).isEqualTo("Stage resolved → investigating: It is back");
            assertThat(entry.data()).containsEntry("reason", "It is back");
        });
    }

    @Test
    void refusesToReopenWhatIsOn() {
        assertThatThrownBy(() -> Finishing.reopen(Samples.opened(), "why", ANN, HANDBOOK, LATER))
                .isInstanceOf(Refusal.class)
                .hasMessage("INC-42 is detected, not resolved. There is nothing to reopen.");
    }
}
