package dev.muster.insight;

import dev.muster.incident.Cause;
import dev.muster.incident.IncidentId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** The incidents of one cause, as they are counted. */
final class Returns {

    private static final int NAMED = 5;

    private final Map<String, Integer> services = new HashMap<>();
    private final PriorityQueue<IncidentId> newest = new PriorityQueue<>();
    private int count;
    private int openItems;

    void see(Case one) {
        count++;
        one.services().forEach(service -> services.merge(service, 1, Integer::sum));
        openItems += one.items().open();
        newest.add(one.incident());
        if (newest.size() > NAMED) {
            newest.remove();
        }
    }

    int count() {
        return count;
    }

    Recurrence of(Cause cause) {
        List<IncidentId> named = new ArrayList<>(newest);
        named.sort(Comparator.reverseOrder());
        return new Recurrence(cause, count, named, Counting.mostFirst(services), openItems);
    }
}
