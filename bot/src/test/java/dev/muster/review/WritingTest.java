package dev.muster.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.incident.Actor;
import dev.muster.incident.Chore;
import dev.muster.incident.Incident;
import dev.muster.incident.Kind;
import dev.muster.incident.Promise;
import dev.muster.incident.Refusal;
import dev.muster.incident.Samples;
import dev.muster.incident.UserId;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WritingTest {

    private static final Actor ANN = new Actor(new UserId("U0ANN"), "ann");
    private static final Actor BOB = new Actor(new UserId("U0BOB"), "bob");
    private static final Instant NOW = Instant.parse("2026-11-20T05:00:00Z");

    private final Incident over = Samples.resolved();
    private final Postmortem untouched = Postmortem.untouched(over.id());

    @Test
    void keepsWhatIsWrittenAsTheNextVersionAndSaysSo() {
        ReviewChange change = write(untouched, Section.CAUSES, " The pool leaked. ", untouched, ANN);

        assertThat(change.postmortem().version()).isEqualTo(1);
        assertThat(change.postmortem().text(Section.CAUSES)).contains("The pool leaked.");
        assertThat(change.postmortem().authors()).containsExactly(ANN);
        assertThat(change.change().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.POSTMORTEM);
            assertThat(entry.text()).isEqualTo("Wrote “Contributing factors” of the post-mortem");
        });
    }

    @Test
    void writesNothingTwice() {
        Postmortem first = write(untouched, Section.CAUSES, "The pool leaked.", untouched, ANN)
                .postmortem();

        ReviewChange again = write(first, Section.CAUSES, "The pool leaked.", first, BOB);

        assertThat(again.postmortem()).isEqualTo(first);
        assertThat(again.change().isEmpty()).isTrue();
    }

    @Test
    void overwritesNobodysWordsUnseen() {
        Postmortem anns = write(untouched, Section.CAUSES, "The pool leaked.", untouched, ANN)
                .postmortem();

        assertThatThrownBy(() -> write(anns, Section.CAUSES, "The cache was cold.", untouched, BOB))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Nothing was changed. Their words: The pool leaked.");
        assertThat(write(anns, Section.WELL, "The graphs.", untouched, BOB)
                        .postmortem()
                        .texts())
                .as("another section is nobody's concern")
                .hasSize(2);
    }

    @Test
    void isPublishedBySomebodyWhoDidNotWriteItAlone() {
        Postmortem anns = write(untouched, Section.CAUSES, "The pool leaked.", untouched, ANN)
                .postmortem();

        assertThatThrownBy(() -> Writing.publish(over, anns, ANN, NOW))
                .hasMessageContaining("somebody else must read it");
        ReviewChange published = Writing.publish(over, anns, BOB, NOW);

        assertThat(published.postmortem().isPublished()).isTrue();
        assertThat(published.change().withdrawn())
                .extracting(Promise::chore, Promise::subject)
                .containsExactly(tuple(Chore.CARE, "meeting"), tuple(Chore.CARE, "review"));
        assertThat(published.change().promises())
                .extracting(Promise::chore, Promise::subject)
                .containsExactly(tuple(Chore.PUBLISHED, "2"), tuple(Chore.PUBLISHED, "hook/2"));
        assertThat(Writing.publish(over, published.postmortem(), ANN, NOW)
                        .change()
                        .isEmpty())
                .isTrue();
        assertThat(write(published.postmortem(), Section.LUCK, "It was night.", published.postmortem(), ANN)
                        .postmortem()
                        .isPublished())
                .as("what is changed is a draft again")
                .isFalse();
    }

    @Test
    void isNotPublishedWithoutContributingFactorsNorBeforeItIsOver() {
        Postmortem little =
                write(untouched, Section.WELL, "The graphs.", untouched, ANN).postmortem();

        assertThatThrownBy(() -> Writing.publish(over, little, BOB, NOW)).hasMessageContaining("contributing factors");
        assertThatThrownBy(() ->
                        Writing.write(Samples.opened(), untouched, Map.of(Section.CAUSES, "?"), untouched, ANN, NOW))
                .hasMessageContaining("is not resolved yet");
        assertThatThrownBy(() -> write(untouched, Section.TIMELINE, "It was otherwise", untouched, ANN))
                .hasMessageContaining("taken from the record");
    }

    @Test
    void writesSeveralSectionsAsOneVersionOrNone() {
        Map<Section, String> texts = Map.of(Section.LUCK, "It was night.", Section.WELL, "", Section.WHYS, "1. Why?");
        Postmortem start =
                write(untouched, Section.WELL, "The graphs.", untouched, ANN).postmortem();

        ReviewChange change = Writing.write(over, start, texts, start, BOB, NOW);

        assertThat(change.postmortem().version()).isEqualTo(2);
        assertThat(change.postmortem().texts()).containsOnlyKeys(Section.LUCK, Section.WHYS);
        assertThat(change.change().entries()).singleElement().satisfies(entry -> assertThat(entry.text())
                .isEqualTo("Wrote “Five whys”, “What went well”, “Where we were lucky” of the post-mortem"));
        assertThat(Writing.conflicts(change.postmortem(), texts, untouched))
                .as("what is the same already is no conflict")
                .isEmpty();
        assertThat(Writing.conflicts(change.postmortem(), Map.of(Section.LUCK, "It rained."), start))
                .containsExactly(new Writing.Conflict(Section.LUCK, "It was night.", "It rained."));
    }

    @Test
    void refusesWhatSlacksFormsCannotShow() {
        assertThatThrownBy(() -> write(untouched, Section.CAUSES, "x".repeat(3001), untouched, ANN))
                .hasMessageContaining("has 3001 characters, and Slack's forms hold 3000. Nothing was changed.");
    }

    private ReviewChange write(Postmortem found, Section section, String text, Postmortem seen, Actor by) {
        return Writing.write(over, found, Map.of(section, text), seen, by, NOW);
    }
}
