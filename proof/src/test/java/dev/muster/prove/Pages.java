package dev.muster.prove;

import dev.muster.incident.ActionItem;
import dev.muster.incident.Handbook.ReminderRule;
import dev.muster.incident.Hours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.stream.Stream;

/**
 * A second opinion on reminders: somebody with a calendar, who turns its pages one by one and looks at the wall. What falls on
 * a page on which nobody works is carried on to the next one.
 */
record Pages(ActionItem item, ReminderRule rule, Wall wall) {

    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    static Pages of(ActionItem item, ReminderRule rule) {
        return new Pages(item, rule, new Wall(item.zone()));
    }

    /** The next reminder after that moment. */
    Instant next(Instant now) {
        return Stream.concat(rule.before().stream().map(this::early), Stream.of(item.due()))
                .filter(at -> at.isAfter(now) && !at.isAfter(item.due()))
                .min(Instant::compareTo)
                .orElseGet(() -> isByDay(rule.every()) ? nextPage(now) : nextCount(now));
    }

    /** Whether it comes by the day; what is due comes at its own time. */
    boolean isByDay(Instant reminder) {
        return reminder.isAfter(item.due())
                ? isByDay(rule.every())
                : reminder.isBefore(item.due())
                        && rule.before().stream()
                                .anyMatch(before ->
                                        isByDay(before) && early(before).equals(reminder));
    }

    /** The day that the wall shows then, counted from 1 January 1970. */
    long page(Instant at) {
        return Math.floorDiv(wall.shows(at), Wall.DAY);
    }

    private static boolean isByDay(Duration step) {
        return step.compareTo(HALF_A_DAY) >= 0;
    }

    /** When people are reminded on that page, or on the next one on which they work. */
    static Instant on(long page, ReminderRule rule, Wall wall) {
        long day = page;
        while (!Wall.isWorked(day, rule.hours())) {
            day++;
        }
        return wall.first(day, time(rule));
    }

    private Instant early(Duration before) {
        if (!isByDay(before)) {
            return item.due().minus(before);
        }
        return on(Math.floorDiv(wall.shows(item.due()) - before.toMillis(), Wall.DAY), rule, wall);
    }

    private Instant nextCount(Instant now) {
        Instant at = item.due().plus(rule.every());
        while (!at.isAfter(now)) {
            at = at.plus(rule.every());
        }
        return at;
    }

    /** Begins with the page after the one on which it was due. */
    private Instant nextPage(Instant now) {
        long due = wall.shows(item.due());
        long coming = due + rule.every().toMillis();
        boolean isOwed = false;
        for (long page = page(item.due()) + 1; ; page++) {
            for (; coming < (page + 1) * Wall.DAY; coming += rule.every().toMillis()) {
                isOwed = true;
            }
            if (isOwed && Wall.isWorked(page, rule.hours())) {
                isOwed = false;
                if (wall.first(page, time(rule)).isAfter(now)) {
                    return wall.first(page, time(rule));
                }
            }
        }
    }

    private static LocalTime time(ReminderRule rule) {
        Hours hours = rule.hours();
        return rule.at().isBefore(hours.from()) || !rule.at().isBefore(hours.to()) ? hours.from() : rule.at();
    }
}
