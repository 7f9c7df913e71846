package dev.muster.command;

import dev.muster.desk.IncidentDesk;
import dev.muster.desk.People;
import dev.muster.desk.Policy;
import dev.muster.incident.Keeping;
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
        return List.of(
                Field.choice("what", "Begin it, or end it?", List.of("begin", "end")),
                Field.line("reason", "Why?", "Stands on the timeline").needed());
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.taking("what", "^(end)")
                .taking("reason", "(?:because )?(.+)$")
                .found();
    }

    @Override
    public Map<String, String> suggestions(Request request) {
        return Map.of("what", request.incident().facts().held() ? "end" : "begin");
    }

    @Override
    public void requireAllowed(Policy policy, Request request) {
        policy.require(
                isEnd(request) ? "hold-end" : name(),
                request.about(),
                request.by().id());
    }

    @Override
    public Reply act(Request request) {
        String reason = PlainWords.of(request.get("reason"), people);
        return isEnd(request) ? end(request, reason) : begin(request, reason);
    }

    private static boolean isEnd(Request request) {
        return request.find("what").filter("end"::equalsIgnoreCase).isPresent();
    }

    private Reply begin(Request request, String reason) {
        desk.change(
                request.id(), request.origin(), (incident, at) -> Keeping.hold(incident, reason, request.actor(), at));
        return Reply.tell(
                "%s is on legal hold: nothing on its record can be taken off until `/incident %d hold end because …`."
                        .formatted(request.id(), request.id().number()));
    }

    private Reply end(Request request, String reason) {
        desk.change(
                request.id(),
                request.origin(),
                (incident, at) -> Keeping.release(incident, reason, request.actor(), at));
        return Reply.tell("The legal hold on %s has ended.".formatted(request.id()));
    }
}
