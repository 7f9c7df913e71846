package dev.muster.timeline.export;

import dev.muster.incident.MessageRef;
import dev.muster.timeline.Survey;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The messages that people marked as key moments. A mark comes in another row than its message, mostly soon after; so
 * the latest messages are remembered for a while, not all of them. One marked later still counts in the table of rows.
 */
final class Marked {

    private static final int REMEMBERED = 5_000;

    private final Map<MessageRef, Moment> latest = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<MessageRef, Moment> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final Set<MessageRef> early = new HashSet<>();
    private final Map<MessageRef, Moment> marked = new LinkedHashMap<>();

    void said(MessageRef message, Moment moment) {
        latest.put(message, moment);
        if (early.remove(message)) {
            keep(message, moment);
        }
    }

    void marked(MessageRef message) {
        Moment known = latest.get(message);
        if (known != null) {
            keep(message, known);
        } else if (early.size() < REMEMBERED) {
            early.add(message);
        }
    }

    /** Those whose mark nobody took back. */
    Stream<Moment> stillMarked(Survey survey) {
        return marked.entrySet().stream()
                .filter(entry -> survey.isMarked(entry.getKey()))
                .map(Map.Entry::getValue);
    }

    private void keep(MessageRef message, Moment moment) {
        if (marked.size() < Glance.MOST) {
            marked.put(message, moment);
        }
    }
}
