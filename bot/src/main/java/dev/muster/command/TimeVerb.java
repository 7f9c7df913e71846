package dev.muster.command;

import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Markup;
import dev.muster.incident.Assessing;
import dev.muster.incident.Incident;
import dev.muster.incident.Milestone;
import dev.muster.incident.Refusal;
import dev.muster.incident.Words;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Corrects when a milestone was reached. */
public final class TimeVerb implements Verb {

    private final IncidentDesk desk;

    public TimeVerb(IncidentDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "time";
    }

    @Override
    public String purpose() {
        return "Corrects when it began (T0), was detected (T1), investigated (T2), mitigated (T3), restored (T4).";
    }

    @Override
    public List<String> usages() {
        return List.of("time T0|T1|T2|T3|T4 TIME");
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.choice("milestone", "Which time?", codes()).needed(),
                Field.line("at", "When was it?", "14:05, 10m ago, yesterday 14:05, in your own time zone")
                        .needed());
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.taking("milestone", "^(t[0-4])").rest("at");
    }

    @Override
    public Reply act(Request request) {
        Milestone milestone = milestone(request.get("milestone"));
        Instant happened = request.moment("at");
        Optional<Instant> before = request.incident().time(milestone);
        Incident after = desk.change(
                request.id(),
                request.origin(),
                (incident, at) -> Assessing.time(incident, milestone, happened, request.actor(), at));
        return Reply.offer(
                "%s of %s, %s: %s → %s."
                        .formatted(
                                milestone.code(),
                                request.id(),
                                milestone.meaning(),
                                before.map(Markup::time).orElse("unknown"),
                                Markup.time(happened)),
                UndoVerb.button(after, "time"));
    }

    private static Milestone milestone(String code) {
        return Milestone.find(code)
                .orElseThrow(() -> new Refusal("There is no time `%s`. Nothing was changed. There are: %s."
                        .formatted(Words.again(code), String.join(", ", codes()))));
    }

    private static List<String> codes() {
        return Arrays.stream(Milestone.values()).map(Milestone::code).toList();
    }
}
