package dev.muster.insight;

import dev.muster.incident.IncidentId;
import java.time.Instant;

/** An action item that still needs doing. */
public record OpenItem(IncidentId incident, Instant due, Instant given) {}
