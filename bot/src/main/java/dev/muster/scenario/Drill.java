package dev.muster.scenario;

import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.incident.Labels;
import dev.muster.incident.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which scenario an incident is a rehearsal of. It stands on the first line of the timeline, among the labels, so that it is
 * known wherever the timeline is.
 *
 * @param seed the same chance again for the same seed
 * @param alerted when the opening began; empty where it comes with the declaration
 * @param cast who is played, where they have accounts of their own
 */
public record Drill(String scenario, long seed, Optional<Instant> alerted, Set<UserId> cast) {

    private static final String SCENARIO = "scenario";
    private static final String SEED = "seed";
    private static final String ALERTED = "alerted";
    private static final String CAST = "cast";

    public Drill {
        cast = Set.copyOf(cast);
    }

    /** For the declaration. */
    public Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>(Map.of(SCENARIO, scenario, SEED, String.valueOf(seed)));
        alerted.ifPresent(at -> labels.put(ALERTED, at.toString()));
        if (!cast.isEmpty()) {
            labels.put(
                    CAST,
                    new TreeSet<>(cast.stream().map(UserId::value).toList())
                            .stream().collect(Collectors.joining(";")));
        }
        return labels;
    }

    /** What a line of a timeline says of it; empty for any but a drill's declaration. */
    public static Optional<Drill> in(Entry entry) {
        if (entry.kind() != Kind.DECLARED || !(entry.data().get("labels") instanceof String written)) {
            return Optional.empty();
        }
        Map<String, String> labels = Labels.parse(written);
        return Optional.ofNullable(labels.get(SCENARIO))
                .map(id -> new Drill(
                        id,
                        Long.parseLong(labels.getOrDefault(SEED, "1")),
                        Optional.ofNullable(labels.get(ALERTED)).map(Instant::parse),
                        cast(labels.getOrDefault(CAST, ""))));
    }

    private static Set<UserId> cast(String ids) {
        return Arrays.stream(ids.split(";"))
                .filter(id -> !id.isEmpty())
                .map(UserId::new)
                .collect(Collectors.toSet());
    }
}
