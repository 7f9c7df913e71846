package dev.muster.incident;

import java.time.Instant;

/** Why it happened, as people find it out. Pure decisions; they work on a closed incident, too. */
public final class Diagnosing {

    private Diagnosing() {}

    /** What is said takes the place of what was thought. */
    public static Change because(Incident incident, Diagnosis said, Actor by, Instant at) {
        Diagnosis before = incident.conduct().diagnosis();
        if (said.equals(before)) {
            return Change.none(incident);
        }
        String words = said.inWords();
        Entry entry = Entry.of(at, Kind.NOTE, by, words.isEmpty() ? "No cause is named any more" : "Why: " + words)
                .with("causes", said.causes().stream().map(Cause::word).toList())
                .with("tags", said.tags().stream().map(Tag::text).toList())
                .asKey();
        return Change.to(incident.with(incident.conduct().with(said)))
                .saying(incident.stage() == Stage.CLOSED ? entry : entry.asTold());
    }
}
