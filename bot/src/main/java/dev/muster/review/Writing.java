package dev.muster.review;

import dev.muster.incident.Actor;
import dev.muster.incident.Change;
import dev.muster.incident.Chore;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.Kind;
import dev.muster.incident.Promise;
import dev.muster.incident.Refusal;
import dev.muster.incident.Watching;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a post-mortem comes to be: written by anybody, section by section, and published by somebody else. */
public final class Writing {

    /** Slack's longest input (docs.slack.dev, "Plain-text input element"). */
    public static final int LONGEST = 3000;

    private Writing() {}

    /**
     * Words that somebody wrote while somebody else did.
     *
     * @param theirs what stands there now; empty if it was taken back
     */
    public record Conflict(Section section, String theirs, String yours) {}

    /**
     * Somebody writes sections: all of them, or none.
     *
     * @param texts by section; an empty one takes back what was written
     * @param seen the version that the author had before them
     * @throws Refusal if somebody else has written one of them since; their words are kept
     */
    public static ReviewChange write(
            Incident incident, Postmortem found, Map<Section, String> texts, Postmortem seen, Actor by, Instant at) {
        requireOver(incident);
        texts.forEach(Writing::requireWritable);
        requireNoConflict(conflicts(found, texts, seen));
        List<Section> changed = texts.entrySet().stream()
                .filter(text ->
                        !said(found, text.getKey()).equals(text.getValue().strip()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (changed.isEmpty()) {
            return new ReviewChange(found, Change.none(incident));
        }
        Postmortem next = found.saying(texts, by);
        String titles = changed.stream()
                .map(section -> "“%s”".formatted(section.title()))
                .collect(Collectors.joining(", "));
        Entry entry = Entry.of(at, Kind.POSTMORTEM, by, "Wrote %s of the post-mortem".formatted(titles))
                .with("version", (long) next.version())
                .with("section", changed.stream().map(Section::word).collect(Collectors.joining(" ")));
        return new ReviewChange(next, Change.none(incident).saying(entry));
    }

    /** Where somebody else has written, since that version, something else than what is to be written now. */
    public static List<Conflict> conflicts(Postmortem found, Map<Section, String> texts, Postmortem seen) {
        return texts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(text -> !found.text(text.getKey()).equals(seen.text(text.getKey())))
                .map(text -> new Conflict(
                        text.getKey(),
                        said(found, text.getKey()),
                        text.getValue().strip()))
                .filter(conflict -> !conflict.theirs().equals(conflict.yours()))
                .toList();
    }

    private static void requireNoConflict(List<Conflict> conflicts) {
        if (!conflicts.isEmpty()) {
            String titles = conflicts.stream()
                    .map(conflict -> conflict.section().title())
                    .collect(Collectors.joining(", "));
            String words = conflicts.stream()
                    .map(conflict -> conflict.theirs().isEmpty() ? "(none)" : conflict.theirs())
                    .collect(Collectors.joining(" · "));
            throw new Refusal("Somebody else has written %s since you opened it. Nothing was changed. Their words: %s"
                    .formatted(titles, words));
        }
    }

    private static String said(Postmortem found, Section section) {
        return found.text(section).orElse("");
    }

    private static void requireWritable(Section section, String text) {
        if (!section.isWritten()) {
            throw new Refusal(
                    "%s is taken from the record. Nothing was changed. Correct the record instead: `/incident time`, `/incident action`, `/incident note`."
                            .formatted(section.title()));
        }
        if (text.strip().length() > LONGEST) {
            throw new Refusal(
                    "%s has %d characters, and Slack's forms hold %d. Nothing was changed. Shorten it, or link to the rest."
                            .formatted(section.title(), text.strip().length(), LONGEST));
        }
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
        String version = String.valueOf(next.version());
        return new ReviewChange(
                next,
                Watching.reviewed(Change.none(incident).saying(entry))
                        .promising(Promise.toLobby(incident.id(), Chore.PUBLISHED, version, at))
                        .promising(Promise.toHook(incident.id(), Chore.PUBLISHED, version, at)));
    }

    private static void requireOver(Incident incident) {
        if (incident.isActive()) {
            throw new Refusal(
                    "%s is not resolved yet: what is learned is written down afterwards. Nothing was changed. See what the record says so far: `/incident postmortem`."
                            .formatted(incident.id()));
        }
    }
}
