package dev.muster.desk;

import dev.muster.runbook.Effect;
import dev.muster.runbook.Order;
import java.time.Duration;
import java.util.Optional;

/** What does the steps that the bot may do itself. Safe for many threads. */
public interface Machine {

    /** Whether steps are done by the bot at all. */
    boolean isOn();

    /** Why this may not be done; empty if it may. */
    Optional<String> objection(Order order);

    /** For how long an approval is good. */
    Duration approvalHolds();

    /**
     * Does it, and waits until it has ended or was ended. Never twice, whatever goes wrong: that is an effect, too.
     *
     * @return what came of it, with nothing secret in it
     */
    Effect perform(Order order);

    /** Does nothing. */
    Machine OFF = new Machine() {
        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public Optional<String> objection(Order order) {
            return Optional.of("execution is off");
        }

        @Override
        public Duration approvalHolds() {
            return Duration.ZERO;
        }

        @Override
        public Effect perform(Order order) {
            return Effect.failure("was not begun, because execution is off");
        }
    };
}
