package dev.muster.incident;

import java.time.Instant;

/** What is decided about the record of an incident itself. Pure decisions. */
public final class Keeping {

    private Keeping() {}

    /** One more line. */
    public static Change remember(Incident incident, Entry line) {
        return Change.none(incident).saying(line);
    }

    /** From now on nothing may be taken off the record, however old it gets. */
    public static Change hold(Incident incident, String reason, Actor by, Instant at) {
        if (incident.facts().held()) {
            throw new Refusal("%s is on legal hold already. Nothing was changed.".formatted(incident.id()));
        }
        return Change.to(incident.with(incident.facts().held(true)))
                .saying(line("Put on legal hold because " + reason, true, reason, by, at))
                .promising(Chore.CARD, at);
    }

    /** The usual rules hold again. */
    public static Change release(Incident incident, String reason, Actor by, Instant at) {
        if (!incident.facts().held()) {
            throw new Refusal("%s is not on legal hold. Nothing was changed.".formatted(incident.id()));
        }
        return Change.to(incident.with(incident.facts().held(false)))
                .saying(line("Legal hold ended because " + reason, false, reason, by, at))
                .promising(Chore.CARD, at);
    }

    private static Entry line(String text, boolean held, String reason, Actor by, Instant at) {
        return Entry.of(at, Kind.NOTE, by, text)
                .with("held", held)
                .with("reason", reason)
                .asKey()
                .asTold();
    }
}
