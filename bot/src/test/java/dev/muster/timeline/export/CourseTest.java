package dev.muster.timeline.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.incident.Role;
import dev.muster.incident.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static final Instant START = Tale.START;

    @Test
    void beginsWithTheImpactAndEndsSoonAfterTheLastRow() {
        Course course = course(new Tale("t").pass(3600).say(Tale.BOB, "still at it"));

        assertThat(course.from).isEqualTo(START.minusSeconds(180));
        assertThat(course.to).isBetween(START.plusSeconds(3600), START.plusSeconds(3800));
        assertThat(course.outside()).isZero();
    }

    @Test
    void isNotStretchedByWhatComesDaysAfterTheIncident() {
        Tale tale = new Tale("t").pass(3600).stage(Stage.RESOLVED).pass(600).say(Tale.BOB, "thanks");
        tale.pass(864_000).say(Tale.BOB, "action item done").stage(Stage.CLOSED);

        Course course = course(tale);

        assertThat(course.to).isBetween(START.plusSeconds(4200), START.plusSeconds(4400));
        assertThat(course.outside()).isEqualTo(2);
    }

    @Test
    void isNotStretchedByARowFromLongBefore() {
        Entry old = Entry.of(Instant.EPOCH, Kind.NOTE, Tale.BOB, "odd clock").asKey();

        Course course = course(new Tale("t").add(old).pass(60).say(Tale.BOB, "x"));

        assertThat(course.from).isEqualTo(START.minusSeconds(180));
        assertThat(course.outside()).isEqualTo(1);
    }

    @Test
    void showsANoteAboutWhatHappenedShortlyBefore() {
        Entry before = Entry.of(START.minusSeconds(300), Kind.NOTE, Tale.BOB, "deployed")
                .asKey();

        assertThat(course(new Tale("t").pass(60).add(before)).from).isEqualTo(START.minusSeconds(300));
    }

    @Test
    void lastsAtLeastFiveMinutes() {
        Course course = course(new Tale("t"));

        assertThat(Duration.between(course.from, course.to)).isGreaterThanOrEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void goesOnWhenItIsReopened() {
        Tale tale = new Tale("t").pass(600).stage(Stage.RESOLVED).pass(86_400).stage(Stage.INVESTIGATING);
        tale.pass(600).stage(Stage.RESOLVED);

        assertThat(course(tale).to).isAfterOrEqualTo(START.plusSeconds(87_600));
    }

    @Test
    void letsWhatHappenedEarlierTakeThePlaceOfWhatWasWrittenBefore() {
        Tale tale = new Tale("t").pass(600).stage(Stage.INVESTIGATING);
        tale.add(Entry.of(START.plusSeconds(300), Kind.STAGE, Tale.ANN, "Stage").with("to", "identified"));

        assertThat(course(tale).stages()).extracting(Stretch::name).containsExactly("detected", "identified");
    }

    @Test
    void knowsWhoHadARoleFromWhenToWhen() {
        Tale tale = new Tale("t")
                .role(Role.IC, Tale.ANN)
                .pass(60)
                .role(Role.IC, Tale.BOB)
                .pass(60);
        tale.say(Tale.EVE, "x");

        List<Stretch> held = course(tale).holders(Role.IC);

        assertThat(held)
                .containsExactly(
                        new Stretch(2, "Ann", START, START.plusSeconds(60), false),
                        new Stretch(3, "Bob Marley", START.plusSeconds(60), START.plusSeconds(120), true));
        assertThat(course(tale).holders(Role.COMMS)).isEmpty();
    }

    @Test
    void takesTheLatestOfSeveralCorrections() {
        Tale tale = new Tale("t").pass(600).update("wrong").pass(60);
        tale.correct(2, Optional.of(START.plusSeconds(100)), Optional.empty());
        tale.correct(2, Optional.of(START.plusSeconds(200)), Optional.of("right"));

        assertThat(course(tale).updates()).containsExactly(new Moment(2, START.plusSeconds(200), "right"));
    }

    @Test
    void heedsNoCorrectionOfARowThatComesLaterOrOfNoRow() {
        Tale tale = new Tale("t")
                .correct(3, Optional.of(START), Optional.of("forged"))
                .update("true");
        tale.add(Entry.of(START, Kind.NOTE, Tale.EVE, "x").with("corrects", "3").with("to", "y"));

        assertThat(course(tale).updates()).extracting(Moment::text).containsExactly("true");
    }

    @Test
    void forgetsAMarkThatWasTakenBack() {
        Tale tale =
                new Tale("t").pass(60).say(Tale.BOB, "pool").pass(5).react(Tale.EVE, "pushpin", START.plusSeconds(60));

        assertThat(course(tale).others()).extracting(Moment::text).containsExactly("pool");

        tale.pass(5).takeBack(Tale.EVE, "pushpin", START.plusSeconds(60));

        assertThat(course(tale).others()).isEmpty();
    }

    private static Course course(Tale tale) {
        return new Course(tale.incident(), tale.glance());
    }
}
