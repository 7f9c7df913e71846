package dev.muster.incident;

import static dev.muster.incident.Samples.ANN;
import static dev.muster.incident.Samples.BOB;
import static dev.muster.incident.Samples.HANDBOOK;
import static dev.muster.incident.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConveningTest {

    private static final Instant LATER = NOW.plusSeconds(3600);
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final Duration LENGTH = Duration.ofMinutes(45);

    @Test
    void invitesNowAndCallsItToMindBefore() {
        Change change = Convening.meet(Samples.resolved(), TOMORROW, LENGTH, BOB, LATER);

        assertThat(change.incident().conduct().meeting()).contains(new Meeting(TOMORROW, LENGTH, 0, BOB));
        assertThat(change.promises())
                .extracting(Promise::chore, Promise::subject, Promise::due)
                .containsExactly(
                        tuple(Chore.MEETING, "", LATER),
                        tuple(Chore.MEETING, "soon", TOMORROW.minus(Duration.ofMinutes(15))));
        assertThat(change.withdrawn())
                .extracting(Promise::chore, Promise::subject)
                .contains(tuple(Chore.CARE, "meeting"));
        assertThat(change.entries()).singleElement().satisfies(entry -> assertThat(entry.key())
                .isTrue());
    }

    @Test
    void countsHowOftenItWasMoved() {
        Incident set =
                Convening.meet(Samples.resolved(), TOMORROW, LENGTH, BOB, LATER).incident();

        assertThat(Convening.meet(set, TOMORROW, LENGTH, ANN, LATER).entries()).isEmpty();
        assertThat(Convening.meet(set, TOMORROW.plusSeconds(60), LENGTH, ANN, LATER)
                        .incident()
                        .conduct()
                        .meeting())
                .contains(new Meeting(TOMORROW.plusSeconds(60), LENGTH, 1, ANN));
    }

    @Test
    void isSetOnlyAheadAndForWhatIsOver() {
        assertThatThrownBy(() -> Convening.meet(Samples.opened(), TOMORROW, LENGTH, BOB, LATER))
                .hasMessageContaining("is not resolved yet");
        assertThatThrownBy(() -> Convening.meet(Samples.resolved(), LATER, LENGTH, BOB, LATER))
                .hasMessageContaining("A meeting lies ahead");
        assertThatThrownBy(() -> Convening.meet(Samples.resolved(), TOMORROW, Duration.ofDays(1), BOB, LATER))
                .hasMessageContaining("over within 8 h");
        Incident cancelled =
                Finishing.cancel(Samples.opened(), "a test", ANN, NOW).incident();
        assertThatThrownBy(() -> Convening.meet(cancelled, TOMORROW, LENGTH, BOB, LATER))
                .hasMessageContaining("was none");
    }

    @Test
    void isWatchedFromTheEndUntilItIsSet() {
        Change over = Finishing.resolve(
                Samples.opened(), Optional.empty(), ANN, HANDBOOK, NOW.plusSeconds(60), NOW.plusSeconds(60));

        assertThat(over.promises())
                .filteredOn(promise -> promise.subject().equals("meeting"))
                .extracting(Promise::due)
                .containsExactly(NOW.plusSeconds(60).plus(Duration.ofHours(24)));
        assertThat(Watch.MEETING.holds(over.incident())).isTrue();
        assertThat(Watch.MEETING.holds(Convening.meet(over.incident(), TOMORROW, LENGTH, BOB, LATER)
                        .incident()))
                .isFalse();
    }

    @Test
    void isAskedForBeforeClosingWhereTheSettingsSaySo() {
        assertThat(Gate.MEETING.missing(Samples.resolved()))
                .singleElement()
                .asString()
                .contains("`/incident meet");
        assertThat(Gate.MEETING.missing(Convening.meet(Samples.resolved(), TOMORROW, LENGTH, BOB, LATER)
                        .incident()))
                .isEmpty();
        assertThat(Gate.CAUSE.missing(Samples.resolved()))
                .singleElement()
                .asString()
                .contains("`/incident cause`");
    }
}
