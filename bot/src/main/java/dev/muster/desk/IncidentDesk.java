package dev.muster.desk;

import dev.muster.incident.Change;
import dev.muster.incident.Declaration;
import dev.muster.incident.Declaring;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The one way to change an incident, whoever asks: read it, let it decide, commit what it decided. */
public final class IncidentDesk {

    private final Incidents incidents;
    private final InstantSource clock;
    private final Runnable wake;

    /** @param wake tells whoever keeps promises that there may be a new one */
    public IncidentDesk(Incidents incidents, InstantSource clock, Runnable wake) {
        this.incidents = incidents;
        this.clock = clock;
        this.wake = wake;
    }

    /** Declares once for each origin, however often it is asked. */
    public Incident declare(Declaration said) {
        Instant now = clock.instant();
        Incident incident = incidents.declare(said.origin(), id -> Declaring.declare(id, said, now));
        wake.run();
        return incident;
    }

    /** Changes an incident by what the bot itself found. */
    public Incident change(IncidentId id, Decision decision) {
        return change(id, Optional.empty(), decision);
    }

    /** Changes an incident as a person asked, once for each origin. */
    public Incident change(IncidentId id, Optional<String> origin, Decision decision) {
        Incident after = incidents.change(id, origin, incident -> decision.by(incident, clock.instant()));
        wake.run();
        return after;
    }

    /** A rule applied to an incident at a moment; pure, so that it can be asked again after a lost race. */
    @FunctionalInterface
    public interface Decision {
        Change by(Incident incident, Instant at);
    }
}
