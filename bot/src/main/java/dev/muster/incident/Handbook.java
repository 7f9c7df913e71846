package dev.muster.incident;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the team has agreed on beforehand, read from the settings: the rules decide by it. */
public record Handbook(
        Map<Severity, SeverityRule> severities,
        Map<Role, RoleRule> roles,
        Duration nudgeRolesAfter,
        Map<Criterion, Duration> escalateAfter,
        ReminderRule reminders,
        Catalogue services,
        Set<Gate> closing,
        PressRule press,
        Map<Watch, WatchRule> watches) {

    public Handbook {
        severities = Map.copyOf(severities);
        roles = Map.copyOf(roles);
        escalateAfter = Map.copyOf(escalateAfter);
        closing = Set.copyOf(closing);
        watches = Map.copyOf(watches);
        requireAll(watches, Watch.values());
        requireAll(escalateAfter, Criterion.values());
        requireAll(severities, Severity.values());
        requireAll(roles, Role.values());
    }

    public SeverityRule rule(Severity severity) {
        return Objects.requireNonNull(severities.get(severity));
    }

    public RoleRule rule(Role role) {
        return Objects.requireNonNull(roles.get(role));
    }

    public WatchRule watch(Watch watch) {
        return Objects.requireNonNull(watches.get(watch));
    }

    /** How long after it began to be true a criterion is spoken of. */
    public Duration escalateAfter(Criterion criterion) {
        return Objects.requireNonNull(escalateAfter.get(criterion));
    }

    private static <K> void requireAll(Map<K, ?> rules, K[] keys) {
        for (K key : keys) {
            if (!rules.containsKey(key)) {
                throw new IllegalArgumentException("no rule for " + key + " (expected: one for each)");
            }
        }
    }

    /**
     * What a severity means.
     *
     * @param updateEvery how often the channel owes everyone a status update
     * @param responseTime how soon somebody must have taken command
     * @param escalation who is told next, first to last
     * @param invite people, as {@code U…} ids or handles, and user groups, as {@code S…} ids, invited from the start
     */
    public record SeverityRule(
            String meaning, Duration updateEvery, Duration responseTime, List<String> escalation, List<String> invite) {

        public SeverityRule {
            if (updateEvery.isNegative() || updateEvery.isZero()) {
                throw new IllegalArgumentException("update-every: " + updateEvery + " (expected: longer than nothing)");
            }
            escalation = List.copyOf(escalation);
            invite = List.copyOf(invite);
        }
    }

    /**
     * What the holder of a role does, and what they may decide.
     *
     * @param checklist what they see to once, in this order, to be ticked off
     */
    public record RoleRule(List<String> duties, String authority, List<String> checklist) {

        public RoleRule {
            duties = List.copyOf(duties);
            checklist = List.copyOf(checklist);
        }
    }

    /**
     * What the channel is told when nothing has happened.
     *
     * @param after how long that must last; it is said again each time that it has lasted so long anew
     */
    public record WatchRule(Duration after, String words) {}

    /**
     * What happens when a status update stays owed.
     *
     * @param direct how long after it was due whoever should give it is asked in person
     * @param up how long after it was due the commander and those told next are called
     */
    public record PressRule(Duration direct, Duration up) {}

    /**
     * When the owner of an action item hears about it.
     *
     * @param before how long before the due time, each once
     * @param every how often again once it is overdue
     * @param at the time of day of reminders that come by the day, on the owner's wall, so that one message brings them all
     * @param hours when people are reminded of what comes by the day
     * @param channelAfter after how many reminders of an overdue item its incident's channel hears of it, too
     * @param leadAfter after how many whoever leads the incident is told
     */
    public record ReminderRule(
            List<Duration> before, Duration every, LocalTime at, Hours hours, int channelAfter, int leadAfter) {

        public ReminderRule {
            before = List.copyOf(before);
        }

        /** At any hour, and telling nobody else. */
        public ReminderRule(List<Duration> before, Duration every) {
            this(before, every, LocalTime.of(9, 0), Hours.ALWAYS, Integer.MAX_VALUE, Integer.MAX_VALUE);
        }
    }
}
