package dev.muster.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a person says to start an incident.
 *
 * @param title kept on one line, because it is shown in the middle of sentences
 * @param roles who has a role from the start
 * @param began when the impact began, where it is known
 * @param origin the request's own key: the same request declares one incident, however often it arrives
 * @param video the link of the video call, already made
 * @param services names of the services that are hit, as far as that is known
 * @param labels what the alert says of itself that it is declared by
 */
public record Declaration(
        String title,
        Severity severity,
        Actor by,
        Map<Role, Actor> roles,
        Optional<Instant> began,
        boolean isPrivate,
        boolean drill,
        String origin,
        String video,
        List<String> services,
        Map<String, String> labels) {

    /** How long a title may be, in characters; a longer one is cut and the whole kept on the timeline. */
    public static final int LONGEST_TITLE = 200;

    /** Of which neither services nor an alert are known. */
    public Declaration(
            String title,
            Severity severity,
            Actor by,
            Map<Role, Actor> roles,
            Optional<Instant> began,
            boolean isPrivate,
            boolean drill,
            String origin,
            String video) {
        this(title, severity, by, roles, began, isPrivate, drill, origin, video, List.of(), Map.of());
    }

    public Declaration {
        title = title.strip().replaceAll("\\s+", " ");
        if (title.isEmpty()) {
            throw new Refusal("Give the incident a title, e.g. `declare sev2 checkout is down`. Nothing was declared.");
        }
        roles = Map.copyOf(roles);
        services = List.copyOf(services);
        labels = Map.copyOf(labels);
    }

    /** The same, of which these services are known to be hit. */
    public Declaration hitting(List<String> names) {
        return new Declaration(title, severity, by, roles, began, isPrivate, drill, origin, video, names, labels);
    }

    /** The same, as a rehearsal of which this is known. */
    public Declaration rehearsing(Map<String, String> facts) {
        Map<String, String> all = new TreeMap<>(labels);
        all.putAll(facts);
        return new Declaration(title, severity, by, roles, began, isPrivate, true, origin, video, services, all);
    }

    String shortTitle() {
        int[] points = title.codePoints().limit(LONGEST_TITLE + 1L).toArray();
        return points.length <= LONGEST_TITLE ? title : new String(points, 0, LONGEST_TITLE - 1) + "…";
    }
}
