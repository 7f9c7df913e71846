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
        Stream<Instant> early = rule.before().stream()
                .map(before -> due.atZone(zone).minus(before).toInstant());
        return Stream.concat(early, Stream.of(due))
                .filter(now::isBefore)
                .min(Instant::compareTo)
                .orElseGet(() -> overdue(now, rule));
    }

    private Instant overdue(Instant now, ReminderRule rule) {
        long every = rule.every().toMillis();
        long past = Duration.between(due, now).toMillis() / every + 1;
        return due.atZone(zone).plus(rule.every().multipliedBy(past)).toInstant();
    }
}
