package dev.muster.insight;

import dev.muster.incident.Cause;
import dev.muster.incident.IncidentId;
import java.util.List;
import java.util.Map;

/**
 * A cause that came back.
 *
 * @param count how many incidents had it
 * @param newest the last of them, newest first
 * @param services how many of them hit each service
 * @param openItems how many action items of theirs still need doing
 */
public record Recurrence(
        Cause cause, int count, List<IncidentId> newest, Map<String, Integer> services, int openItems) {

    /** From so many on it is no chance. */
    public static final int OFTEN = 3;
}
