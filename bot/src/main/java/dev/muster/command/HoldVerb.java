package dev.muster.command;

import dev.muster.desk.IncidentDesk;
import dev.muster.desk.People;
import dev.muster.desk.Policy;
import dev.muster.incident.Keeping;
import dev.muster.incident.Refusal;
import java.util.List;
import java.util.Map;

/** Puts an incident on legal hold, and ends the hold. */
public final class HoldVerb implements Verb {

    private final IncidentDesk desk;
    private final People people;

    public HoldVerb(IncidentDesk desk, People people) {
        this.desk = desk;
        this.people = people;
    }

    @Override
    public String name() {
        return "hold";
    }

    @Override
    public String purpose() {
        return "Legal hold: nothing may be redacted, erased or forgotten until it ends.";
    }

    @Override
    public List<String> usages() {
        return List.of("hold because REASON", "hold end because REASON");
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.line("reason", "Why?", "Stands on the timeline").needed());
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.taking("end", "^(end)")
                .taking("reason", "(?:because )?(.+)$")
                .found();
    }

    @Override
    public Reply act(Request request) {
        String reason = PlainWords.of(request.get("reason"), people);
        return request.find("end").isPresent() ? end(request, reason) : begin(request, reason);
    }

    private Reply begin(Request request, String reason) {
        desk.change(
                request.id(), request.origin(), (incident, at) -> Keeping.hold(incident, reason, request.actor(), at));
        return Reply.tell(
                "%s is on legal hold: nothing on its record can be taken off until `/incident %d hold end because …`."
                        .formatted(request.id(), request.id().number()));
    }

    private Reply end(Request request, String reason) {
        if (!Policy.leads(request.incident(), request.by().id())) {
            throw new Refusal("Only the incident commander of %s may end its legal hold. Nothing was changed."
                    .formatted(request.id()));
        }
        desk.change(
                request.id(),
                request.origin(),
                (incident, at) -> Keeping.release(incident, reason, request.actor(), at));
        return Reply.tell("The legal hold on %s has ended.".formatted(request.id()));
    }
}
