package dev.muster.testing;

import dev.muster.desk.Machine;
import dev.muster.runbook.Effect;
import dev.muster.runbook.Order;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A machine that may do anything, and remembers what it was to do instead of doing it. */
public final class Allowing implements Machine {

    public final List<String> done = new CopyOnWriteArrayList<>();

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public Optional<String> objection(Order order) {
        return Optional.empty();
    }

    @Override
    public Duration approvalHolds() {
        return Duration.ofMinutes(30);
    }

    @Override
    public Effect perform(Order order) {
        done.add(order.text());
        return new Effect(true, "exit status 0 after less than a second", "done");
    }
}
