package dev.muster.review;

import dev.muster.incident.Actor;
import dev.muster.incident.Change;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.Kind;
import dev.muster.incident.Refusal;
import dev.muster.incident.Watching;
import java.time.Instant;

/** How a post-mortem comes to be: written by anybody, section by section, and published by somebody else. */
public final class Writing {

    /** Slack's longest input (docs.slack.dev, "Plain-text input element"). */
    public static final int LONGEST = 3000;

    private Writing() {}

    /**
     * Somebody writes a section.
     *
     * @param seen the version that the author had before them
     * @throws Refusal if somebody else has written the same section since; their words are kept
     */
    public static ReviewChange write(
            Incident incident, Postmortem found, Section section, String text, Postmortem seen, Actor by, Instant at) {
        requireOver(incident);
        if (!section.isWritten()) {
            throw new Refusal(
                    "%s is taken from the record. Nothing was changed. Correct the record instead: `/incident time`, `/incident action`, `/incident note`."
                            .formatted(section.title()));
        }
        if (!found.text(section).equals(seen.text(section))) {
            throw new Refusal("Somebody else has written %s since you opened it. Nothing was changed. Their words: %s"
                    .formatted(section.title(), found.text(section).orElse("(none)")));
        }
        if (found.text(section).orElse("").equals(text.strip())) {
            return new ReviewChange(found, Change.none(incident));
        }
        Postmortem next = found.saying(section, text.strip(), by);
        Entry entry = Entry.of(at, Kind.POSTMORTEM, by, "Wrote “%s” of the post-mortem".formatted(section.title()))
                .with("version", (long) next.version())
                .with("section", section.word());
        return new ReviewChange(next, Change.none(incident).saying(entry));
    }

    /**
     * Somebody who did not write it alone finds it good.
     *
     * @throws Refusal if it says nothing about contributing factors, or if nobody else has written any of it
     */
    public static ReviewChange publish(Incident incident, Postmortem found, Actor by, Instant at) {
        requireOver(incident);
        if (found.isPublished()) {
            return new ReviewChange(found, Change.none(incident));
        }
        if (found.text(Section.CAUSES).isEmpty()) {
            throw new Refusal(
                    "It says nothing about contributing factors yet. Nothing was published. Write them: `/incident postmortem write causes`.");
        }
        if (found.authors().stream().allMatch(author -> author.id().equals(by.id()))) {
            throw new Refusal("You wrote all of it; somebody else must read it first. Nothing was published.");
        }
        Postmortem next = found.published(by, at);
        Entry entry = Entry.of(
                        at, Kind.POSTMORTEM, by, "Published the post-mortem, version %d".formatted(next.version()))
                .with("version", (long) next.version())
                .asKey();
        return new ReviewChange(next, Watching.reviewed(Change.none(incident).saying(entry)));
    }

    private static void requireOver(Incident incident) {
        if (incident.isActive()) {
            throw new Refusal(
                    "%s is not resolved yet: what is learned is written down afterwards. Nothing was changed. See what the record says so far: `/incident postmortem`."
                            .formatted(incident.id()));
        }
    }
}
