package dev.muster.insight;

import dev.muster.incident.Cadence;
import dev.muster.incident.Cause;
import dev.muster.incident.Severity;
import dev.muster.review.Span;
import java.util.List;
import java.util.Map;

/**
 * What the incidents of a period come to.
 *
 * @param count how many there were, without those left out
 * @param drills left out because they were practice
 * @param ended left out because they were false alarms, or the same as another
 * @param services how many hit each service, most first
 * @param causes how many had each cause, most first
 * @param unexplained how many have no cause yet
 * @param durations how long each step took, by severity
 * @param items of all of them together
 * @param overdue how many open items are past their due time
 * @param ages how long ago the open items were given
 * @param recurring causes that came back, most first
 */
public record Figures(
        Period period,
        int count,
        int drills,
        int ended,
        Map<Severity, Integer> severities,
        Map<String, Integer> services,
        Map<Cause, Integer> causes,
        int unexplained,
        Map<Severity, Map<Span, Durations>> durations,
        Cadence cadence,
        Case.Items items,
        int overdue,
        Durations ages,
        List<Recurrence> recurring) {

    /** How long a step took, whatever the severity. */
    public Durations took(Span span) {
        return durations.keySet().stream().map(severity -> took(severity, span)).reduce(Durations.NONE, Durations::and);
    }

    public Durations took(Severity severity, Span span) {
        return durations.getOrDefault(severity, Map.of()).getOrDefault(span, Durations.NONE);
    }
}
