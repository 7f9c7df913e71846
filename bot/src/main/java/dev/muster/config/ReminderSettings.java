package dev.muster.config;

import dev.muster.incident.Handbook.ReminderRule;
import dev.muster.incident.Hours;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads when the owners of action items hear of them. */
final class ReminderSettings {

    private static final String BEFORE = "actions.remind-before";
    private static final String DAYS = "actions.working-days";

    private static final String HOLIDAYS = "actions.holidays";
    private static final int SHORT = "12-25".length();

    private final SettingsTree tree;

    ReminderSettings(SettingsTree tree) {
        this.tree = tree;
    }

    /** @throws Mistake for the first thing that is wrong */
    ReminderRule rule() {
        List<Duration> before = tree.list(BEFORE).stream()
                .map(text -> tree.duration(BEFORE, text))
                .toList();
        return new ReminderRule(
                before,
                tree.duration("actions.repeat-every"),
                tree.time("actions.remind-at"),
                hours(),
                count("actions.tell-channel-after"),
                count("actions.tell-lead-after"));
    }

    private Hours hours() {
        Set<DayOfWeek> days =
                tree.list(DAYS).stream().map(day -> tree.day(DAYS, day)).collect(Collectors.toSet());
        LocalTime from = tree.time("actions.working-from");
        LocalTime to = tree.time("actions.working-to");
        if (!from.isBefore(to) || days.isEmpty()) {
            throw tree.mistake(
                    "actions.working-to", "nobody works then: write a later time than working-from, and some days.");
        }
        return new Hours(from, to, days, holidays(), yearly());
    }

    private Set<LocalDate> holidays() {
        return tree.list(HOLIDAYS).stream()
                .filter(day -> day.length() > SHORT)
                .map(day -> date(day, LocalDate::parse))
                .collect(Collectors.toSet());
    }

    private Set<MonthDay> yearly() {
        return tree.list(HOLIDAYS).stream()
                .filter(day -> day.length() <= SHORT)
                .map(day -> date(day, text -> MonthDay.parse("--" + text)))
                .collect(Collectors.toSet());
    }

    private <T> T date(String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeException e) {
            throw tree.mistake(
                    HOLIDAYS, "\"" + text + "\" is no date. Write \"2026-12-25\", or \"12-25\" for every year.");
        }
    }

    private int count(String path) {
        return tree.parse(path, ReminderSettings::positive, "a whole number from 1, e.g. 2");
    }

    private static int positive(String text) {
        int number = Integer.parseInt(text);
        if (number < 1) {
            throw new IllegalArgumentException("number: " + number + " (expected: from 1)");
        }
        return number;
    }
}
