package dev.muster.desk;

import dev.muster.incident.IncidentId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * That what an action item was to prevent has happened again while it is open.
 *
 * @param what they have in common, e.g. {@code cause}
 * @param incidents the first of them, oldest first; at least one
 * @param more how many there are besides
 */
public record Again(String what, List<IncidentId> incidents, int more) {

    private static final int NAMED = 3;

    static Again of(String what, List<IncidentId> incidents) {
        List<IncidentId> named = incidents.stream().sorted().limit(NAMED).toList();
        return new Again(what, named, incidents.size() - named.size());
    }

    /** In words, e.g. {@code INC-12 and INC-15 had the same cause while this is open.} */
    public String sentence() {
        String others = more == 0 ? "" : " and %d more".formatted(more);
        String ids = more == 0 && incidents.size() > 1
                ? joined(incidents.subList(0, incidents.size() - 1)) + " and " + incidents.get(incidents.size() - 1)
                : joined(incidents) + others;
        return "%s had the same %s while this is open.".formatted(ids, what);
    }

    private static String joined(List<IncidentId> ids) {
        return ids.stream().map(IncidentId::toString).collect(Collectors.joining(", "));
    }
}
