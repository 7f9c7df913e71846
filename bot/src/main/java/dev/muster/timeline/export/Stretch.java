package dev.muster.timeline.export;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A time during which something stayed the same: a stage, a severity, who had a role.
 *
 * @param seq the row that began it; 0 if no row did
 * @param name what it was
 * @param open whether it had not ended with the last row
 */
record Stretch(long seq, String name, Instant from, Instant to, boolean open) {

    Duration length() {
        return Duration.between(from, to);
    }

    /**
     * What was so from each turn to the next; the last until {@code end}, and open. Turns come in the order in which they
     * were written down. One that happened earlier than those written before it takes their place from then on.
     */
    static List<Stretch> between(List<Moment> turns, Instant end) {
        Deque<Moment> valid = new ArrayDeque<>();
        for (Moment turn : turns) {
            while (!valid.isEmpty() && !valid.getLast().at().isBefore(turn.at())) {
                valid.removeLast();
            }
            valid.addLast(turn);
        }
        return joined(List.copyOf(valid), end);
    }

    private static List<Stretch> joined(List<Moment> turns, Instant end) {
        List<Stretch> stretches = new ArrayList<>();
        for (int index = 0; index < turns.size(); index++) {
            Moment turn = turns.get(index);
            boolean last = index == turns.size() - 1;
            Instant next = last
                    ? (end.isAfter(turn.at()) ? end : turn.at())
                    : turns.get(index + 1).at();
            stretches.add(new Stretch(turn.seq(), turn.text(), turn.at(), next, last));
        }
        stretches.removeIf(stretch -> stretch.name().isEmpty());
        return List.copyOf(stretches);
    }
}
