package dev.muster.incident;

import static dev.muster.incident.Samples.ANN;
import static dev.muster.incident.Samples.BOB;
import static dev.muster.incident.Samples.HANDBOOK;
import static dev.muster.incident.Samples.ID;
import static dev.muster.incident.Samples.NOW;
import static dev.muster.incident.Samples.ROOM;
import static dev.muster.incident.Samples.ROOM_NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaringTest {

    @Test
    void detectsWhenItIsDeclared() {
        Incident incident = Samples.declared();

        assertThat(incident.stage()).isEqualTo(Stage.DETECTED);
        assertThat(incident.times()).containsOnly(Map.entry(Milestone.BEGAN, NOW), Map.entry(Milestone.DETECTED, NOW));
        assertThat(incident.room().channel()).isEmpty();
        assertThat(incident.rhythm()).isEqualTo(new Rhythm(Optional.empty(), Optional.empty(), Cadence.NONE));
    }

    @Test
    void remembersThatTheImpactBeganEarlier() {
        Instant began = NOW.minus(Duration.ofMinutes(25));

        Change change = Declaring.declare(ID, beginning(began), NOW);

        assertThat(change.incident().time(Milestone.BEGAN)).contains(began);
        assertThat(change.incident().time(Milestone.DETECTED)).contains(NOW);
    }

    @Test
    void refusesAnImpactThatBeginsInTheFuture() {
        Declaration tomorrow = beginning(NOW.plusMillis(1));

        assertThatThrownBy(() -> Declaring.declare(ID, tomorrow, NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cannot begin in the future")
                .hasMessageContaining("Leave `--at` out");
    }

    @Test
    void promisesAChannelAndAnAnnouncementAtOnce() {
        Change change = Declaring.declare(ID, Samples.declaration("Checkout is down"), NOW);

        assertThat(change.promises())
                .containsExactly(
                        Promise.toRoom(ID, Chore.OPEN_CHANNEL, "", NOW), Promise.toLobby(ID, Chore.ANNOUNCE, NOW));
        assertThat(change.withdrawn()).isEmpty();
    }

    @Test
    void writesTheDeclarationAsTheFirstKeyMoment() {
        Change change = Declaring.declare(ID, Samples.declaration("Checkout is down"), NOW);

        assertThat(change.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.DECLARED);
            assertThat(entry.actor()).contains(ANN);
            assertThat(entry.text()).isEqualTo("Checkout is down");
            assertThat(entry.data())
                    .containsOnly(
                            Map.entry("incident", "INC-42"),
                            Map.entry("severity", "sev2"),
                            Map.entry("began", "2026-11-20T14:05:00Z"));
            assertThat(entry.key()).isTrue();
        });
    }

    @Test
    void marksADrillOnTheTimeline() {
        Declaration drill = new Declaration(
                "Exercise", Severity.SEV3, ANN, Map.of(), Optional.empty(), false, true, "origin-1", "");

        Change change = Declaring.declare(ID, drill, NOW);

        assertThat(change.incident().facts().drill()).isTrue();
        assertThat(change.entries().get(0).data()).containsEntry("drill", true);
    }

    @Test
    void cutsALongTitleAndKeepsTheWholeOnTheTimeline() {
        String title = "🔥".repeat(300);

        Change change = Declaring.declare(ID, Samples.declaration(title), NOW);

        assertThat(change.incident().title()).isEqualTo("🔥".repeat(199) + "…");
        assertThat(change.entries().get(0).text()).isEqualTo(title);
    }

    @Test
    void leavesAShorterTitleAsItIs() {
        String title = "x".repeat(199);

        Change change = Declaring.declare(ID, Samples.declaration("  " + title + "\n"), NOW);

        assertThat(change.incident().title()).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n\t"})
    void refusesAnEmptyTitleAndSaysHowToGiveOne(String title) {
        assertThatThrownBy(() -> Samples.declaration(title))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("declare sev2 checkout is down");
    }

    @Test
    void furnishesTheChannelOnceItIsOpen() {
        Change change = Declaring.opened(Samples.declared(), ROOM, ROOM_NAME, HANDBOOK, NOW);

        assertThat(change.incident().room()).isEqualTo(new Room(Optional.of(ROOM), ROOM_NAME, "", false));
        assertThat(change.promises())
                .contains(
                        Promise.toRoom(ID, Chore.CARD, "", NOW),
                        Promise.toRoom(ID, Chore.TOPIC, "", NOW),
                        Promise.toRoom(ID, Chore.BOOKMARKS, "", NOW),
                        Promise.toRoom(ID, Chore.INVITE, "", NOW),
                        Promise.toLobby(ID, Chore.ANNOUNCE, NOW));
        assertThat(change.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.BOT);
            assertThat(entry.text()).contains("#" + ROOM_NAME);
            assertThat(entry.data()).containsEntry("channel", "C0ROOM");
        });
    }

    @Test
    void owesTheFirstUpdateAsTheSeverityAsksOnceTheChannelIsOpen() {
        Instant due = NOW.plus(Duration.ofMinutes(30));

        Change change = Declaring.opened(Samples.declared(), ROOM, ROOM_NAME, HANDBOOK, NOW);

        assertThat(change.incident().rhythm().due()).contains(due);
        assertThat(change.promises()).contains(Promise.toRoom(ID, Chore.PROMPT, "", due));
    }

    @Test
    void sendsDutiesToWhoHoldsARoleAndNamesTheEmptyOnesLater() {
        Incident led = Declaring.declare(
                        ID,
                        new Declaration(
                                "Checkout",
                                Severity.SEV1,
                                ANN,
                                Map.of(Role.IC, BOB),
                                Optional.empty(),
                                false,
                                false,
                                "origin-1",
                                ""),
                        NOW)
                .incident();
        Instant later = NOW.plus(Duration.ofMinutes(5));

        Change change = Declaring.opened(led, ROOM, ROOM_NAME, HANDBOOK, NOW);

        assertThat(change.promises())
                .filteredOn(promise -> promise.chore() == Chore.DUTIES || promise.chore() == Chore.NUDGE)
                .containsExactly(
                        Promise.toPerson(ID, Chore.DUTIES, "ic", BOB.id(), NOW),
                        Promise.toRoom(ID, Chore.NUDGE, "tech", later),
                        Promise.toRoom(ID, Chore.NUDGE, "comms", later));
    }

    @Test
    void writesWhoHasARoleFromTheStart() {
        Change change = Declaring.declare(
                ID,
                new Declaration(
                        "Checkout", Severity.SEV1, ANN, Map.of(Role.IC, BOB), Optional.empty(), false, false, "o", ""),
                NOW);

        assertThat(change.incident().roles()).containsOnly(Map.entry(Role.IC, BOB.id()));
        assertThat(change.entries()).extracting(Entry::kind).containsExactly(Kind.DECLARED, Kind.ROLE);
        assertThat(change.entries().get(1).data()).containsOnly(Map.entry("role", "ic"), Map.entry("to", "U0BOB"));
    }

    @Test
    void readsTheChannelAgainAfterAPause() {
        Change change = Declaring.resumed(Samples.opened(), NOW);

        assertThat(change.moved()).isFalse();
        assertThat(change.entries()).isEmpty();
        assertThat(change.promises()).extracting(Promise::chore).containsExactly(Chore.CATCH_UP);
    }

    @Test
    void opensTheChannelAfterAPauseIfItNeverWas() {
        Change change = Declaring.resumed(Samples.declared(), NOW);

        assertThat(change.promises()).containsExactly(Promise.toRoom(ID, Chore.OPEN_CHANNEL, "", NOW));
    }

    @Test
    void staysInItsChannelWhenThatGetsAnotherId() {
        ChannelId to = new ChannelId("C0SHARED");

        Change change = Declaring.moved(Samples.opened(), to, NOW);

        assertThat(change.incident().room()).isEqualTo(new Room(Optional.of(to), ROOM_NAME, "", false));
        assertThat(change.entries()).singleElement().satisfies(entry -> assertThat(entry.data())
                .containsEntry("channel", "C0SHARED"));
    }

    @Test
    void changesNothingWhenItIsToldTwiceThatTheChannelIsOpen() {
        Change again = Declaring.opened(Samples.opened(), new ChannelId("C0OTHER"), "other", HANDBOOK, NOW);

        assertThat(again.isEmpty()).isTrue();
        assertThat(again.incident()).isEqualTo(Samples.opened());
    }

    private static Declaration beginning(Instant began) {
        return new Declaration(
                "Checkout is down", Severity.SEV2, ANN, Map.of(), Optional.of(began), false, false, "origin-1", "");
    }
}
