package dev.muster.timeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Ways in which events reach a bot. */
final class Histories {

    private record Delivery(double at, Map<String, Object> event) {}

    private Histories() {}

    /** Every event once or up to four times, in an order that has nothing to do with what happened. */
    static List<Map<String, Object>> shuffled(List<Map<String, Object>> events, long seed) {
        Random random = new Random(seed);
        List<Map<String, Object>> sent = new ArrayList<>();
        for (Map<String, Object> event : events) {
            int times = random.nextInt(4) == 0 ? 1 + random.nextInt(4) : 1;
            sent.addAll(Collections.nCopies(times, event));
        }
        Collections.shuffle(sent, random);
        return sent;
    }

    /** Most events nearly in order, some much later, and some of these sent in time as well. */
    static List<Map<String, Object>> delayed(List<Map<String, Object>> events, long seed) {
        Random random = new Random(seed);
        List<Delivery> sent = new ArrayList<>();
        for (int at = 0; at < events.size(); at++) {
            boolean isLate = random.nextInt(10) == 0;
            if (!isLate || random.nextBoolean()) {
                sent.add(new Delivery(at + random.nextInt(4), events.get(at)));
            }
            if (isLate) {
                sent.add(new Delivery(at + random.nextDouble() * events.size(), events.get(at)));
            }
        }
        sent.sort(Comparator.comparing(Delivery::at));
        return sent.stream().map(Delivery::event).toList();
    }
}
