package dev.muster.incident;

import dev.muster.incident.Handbook.ReminderRule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Something that somebody will do by a time, so that it does not happen again.
 *
 * @param number counts within the incident, from 1
 * @param zone the owner's zone when it was given: reminders keep its wall-clock time over changes of the clocks
 */
public record ActionItem(
        int number, String text, UserId owner, Instant due, ZoneId zone, Priority priority, State state) {

    /** How much it matters. */
    public enum Priority {
        HIGH,
        MEDIUM,
        LOW;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it still needs doing. */
    public enum State {
        OPEN,
        DONE
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    ActionItem done() {
        return new ActionItem(number, text, owner, due, zone, priority, State.DONE);
    }

    /** The next moment after {@code now} at which the owner is reminded: before it is due, when it is, and again after. */
    public Instant nextReminder(Instant now, ReminderRule rule) {
        Stream<Instant> early = rule.before().stream().map(before -> shifted(before, -1));
        return Stream.concat(early, Stream.of(due))
                .filter(now::isBefore)
                .min(Instant::compareTo)
                .orElseGet(() -> overdue(now, rule));
    }

    private Instant overdue(Instant now, ReminderRule rule) {
        long past = Duration.between(due, now).dividedBy(rule.every());
        Instant next = shifted(rule.every(), past);
        for (long times = past + 1; !next.isAfter(now); times++) {
            next = shifted(rule.every(), times);
        }
        return next;
    }

    /** Whole days keep the wall-clock time of the owner's zone; the rest is counted by the clock. */
    private Instant shifted(Duration step, long times) {
        Duration all = step.multipliedBy(times);
        return due.atZone(zone)
                .plusDays(all.toDays())
                .plus(all.minusDays(all.toDays()))
                .toInstant();
    }
}
