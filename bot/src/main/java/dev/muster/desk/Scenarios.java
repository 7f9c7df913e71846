package dev.muster.desk;

import dev.muster.scenario.Drill;
import dev.muster.scenario.Scenario;
import java.util.List;
import java.util.Optional;

/** What can be rehearsed. Safe for many threads. */
public interface Scenarios {

    /** Nothing can. */
    Scenarios NONE = List::of;

    /** In the order of their ids. */
    List<Scenario> list();

    default Optional<Scenario> find(String id) {
        return list().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** What the next incident is a rehearsal of, whoever declares it: something is being rehearsed already. */
    default Optional<Drill> staged() {
        return Optional.empty();
    }
}
