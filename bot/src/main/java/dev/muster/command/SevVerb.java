package dev.muster.command;

import dev.muster.desk.House;
import dev.muster.desk.IncidentDesk;
import dev.muster.desk.People;
import dev.muster.incident.Handbook.SeverityRule;
import dev.muster.incident.Incident;
import dev.muster.incident.Responding;
import dev.muster.incident.Severity;
import dev.muster.incident.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes how bad an incident is. */
public final class SevVerb implements Verb {

    private final IncidentDesk desk;
    private final House house;
    private final People people;

    public SevVerb(IncidentDesk desk, House house, People people) {
        this.desk = desk;
        this.house = house;
        this.people = people;
    }

    @Override
    public String name() {
        return "sev";
    }

    @Override
    public String purpose() {
        return "Changes how bad it is, and with it the rhythm of updates.";
    }

    @Override
    public List<String> usages() {
        return List.of("sev sev1|sev2|sev3 [because REASON]");
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.choice("severity", "How bad is it?", List.of("sev1", "sev2", "sev3"))
                        .needed(),
                Field.text("reason", "Why?", ""));
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.word("severity").taking("because", "^because").rest("reason");
    }

    @Override
    public Reply act(Request request) {
        Severity to = Severity.parse(request.get("severity"));
        Optional<String> reason = request.find("reason").map(words -> PlainWords.of(words, people));
        Severity from = request.incident().severity();
        Incident after = desk.change(
                request.id(),
                request.origin(),
                (incident, at) -> Responding.severity(incident, to, reason, request.actor(), house.handbook(), at));
        return from == after.severity()
                ? Reply.tell("%s is %s already.".formatted(after.id(), from))
                : Reply.offer(changed(after, from), UndoVerb.button(after, "sev"));
    }

    private String changed(Incident after, Severity from) {
        SeverityRule rule = house.handbook().rule(after.severity());
        return "%s: %s → %s. An update is owed every %s. Who is told next: %s."
                .formatted(
                        after.id(),
                        from,
                        after.severity(),
                        Words.of(rule.updateEvery()),
                        String.join(" → ", rule.escalation()));
    }
}
