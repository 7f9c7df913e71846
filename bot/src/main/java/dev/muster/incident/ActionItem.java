package dev.muster.incident;

import dev.muster.incident.Handbook.ReminderRule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that somebody will do by a time, so that it does not happen again.
 *
 * @param number counts within the incident, from 1
 * @param zone the owner's zone when it was given: reminders keep its wall-clock time over changes of the clocks
 * @param asked how often the owner has been reminded since it was due
 * @param doneBy who said that it is done
 * @param aim what it is for
 */
public record ActionItem(
        int number,
        String text,
        UserId owner,
        Instant due,
        ZoneId zone,
        Priority priority,
        State state,
        int asked,
        Optional<Actor> doneBy,
        Aim aim) {

    /** Intervals from which on reminders keep to people's working hours; shorter ones are meant as they are. */
    private static final Duration BY_DAY = Duration.ofHours(12);

    /** More often nobody is reminded by the day, and not on the very day on which it was due. */
    private static final Duration DAY = Duration.ofDays(1);

    /**
     * What it is for.
     *
     * @param sort whether it keeps this from coming back, or makes the whole stronger; empty where nobody has said
     * @param finding the row of the timeline that it comes from
     */
    public record Aim(Optional<Sort> sort, Optional<Long> finding) {

        /** Nobody has said. */
        public static final Aim NONE = new Aim(Optional.empty(), Optional.empty());
    }

    /** The two sorts of things to do after an incident. */
    public enum Sort {
        PREVENT("keeps it from coming back"),
        IMPROVE("makes the whole stronger");

        private final String meaning;

        Sort(String meaning) {
            this.meaning = meaning;
        }

        public String meaning() {
            return meaning;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

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

    /** How far it has come. */
    public enum State {
        /** It still needs doing. */
        OPEN,
        /** Somebody has begun. */
        IN_PROGRESS,
        /** Somebody says that it is done. */
        DONE,
        /** Somebody else has looked, and agrees. */
        VERIFIED,
        /** It is no longer needed, for a reason that stands on the timeline. */
        DROPPED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** One that still needs doing, of which nobody has been reminded. */
    static ActionItem open(int number, String text, UserId owner, Instant due, ZoneId zone, Priority priority) {
        return new ActionItem(number, text, owner, due, zone, priority, State.OPEN, 0, Optional.empty(), Aim.NONE);
    }

    /** Whether it still needs doing, begun or not. */
    public boolean isOpen() {
        return state == State.OPEN || state == State.IN_PROGRESS;
    }

    ActionItem done(Actor by) {
        return new ActionItem(number, text, owner, due, zone, priority, State.DONE, asked, Optional.of(by), aim);
    }

    ActionItem in(State other) {
        return new ActionItem(number, text, owner, due, zone, priority, other, asked, doneBy, aim);
    }

    /** Open again, as if nobody had been reminded. */
    ActionItem due(Instant other) {
        return new ActionItem(number, text, owner, other, zone, priority, State.OPEN, 0, Optional.empty(), aim);
    }

    ActionItem of(UserId other, ZoneId theirs) {
        return new ActionItem(number, text, other, due, theirs, priority, state, 0, doneBy, aim);
    }

    ActionItem asked(int times) {
        return new ActionItem(number, text, owner, due, zone, priority, state, times, doneBy, aim);
    }

    /** The same, for this. */
    public ActionItem aiming(Aim other) {
        return new ActionItem(number, text, owner, due, zone, priority, state, asked, doneBy, other);
    }

    /** The same in other words. */
    ActionItem saying(String words) {
        return new ActionItem(number, words, owner, due, zone, priority, state, asked, doneBy, aim);
    }

    public boolean isOverdue(Instant now) {
        return isOpen() && !now.isBefore(due);
    }

    /** The next moment after {@code now} at which the owner is reminded: before it is due, when it is, and again after. */
    public Instant nextReminder(Instant now, ReminderRule rule) {
        Stream<Instant> early =
                rule.before().stream().map(before -> moment(before, -1, rule)).filter(due::isAfter);
        return Stream.concat(early, Stream.of(due))
                .filter(now::isBefore)
                .min(Instant::compareTo)
                .orElseGet(() -> overdue(now, rule));
    }

    /** Walls can be behind the clock by less than one step, so the search begins one step early. */
    private Instant overdue(Instant now, ReminderRule rule) {
        Duration every = isByDay(rule.every()) ? longer(rule.every(), DAY) : rule.every();
        long past = Math.max(1, Duration.between(due, now).dividedBy(every) - 1);
        Instant next = moment(every, past, rule);
        for (long times = past + 1; !next.isAfter(now); times++) {
            next = moment(every, times, rule);
        }
        return next;
    }

    /**
     * What comes by the day is counted on the owner's wall, and comes while people work, all of one person's at the same time
     * of day. The rest is counted by the clock, and goes straight on when the clocks are changed.
     */
    private Instant moment(Duration step, long times, ReminderRule rule) {
        Duration all = step.multipliedBy(times);
        return isByDay(step)
                ? rule.hours().on(due.atZone(zone).toLocalDateTime().plus(all).toLocalDate(), rule.at(), zone)
                : due.plus(all);
    }

    private static boolean isByDay(Duration step) {
        return step.compareTo(BY_DAY) >= 0;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
