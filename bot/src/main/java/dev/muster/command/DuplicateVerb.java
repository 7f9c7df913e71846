package dev.muster.command;

import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Incidents;
import dev.muster.desk.Policy;
import dev.muster.incident.Finishing;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Refusal;
import dev.muster.incident.Words;
import java.util.List;
import java.util.Map;

/** Ends an incident that goes on in another. Both keep their histories. */
public final class DuplicateVerb implements Verb {

    private final IncidentDesk desk;
    private final Incidents incidents;

    public DuplicateVerb(IncidentDesk desk, Incidents incidents) {
        this.desk = desk;
        this.incidents = incidents;
    }

    @Override
    public String name() {
        return "duplicate";
    }

    @Override
    public String purpose() {
        return "It is the same as another one: that one is told who worked on this, and this channel is archived.";
    }

    @Override
    public List<String> usages() {
        return List.of("duplicate of INC-7");
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.line("of", "Which incident goes on?", "Its number, e.g. INC-7")
                .needed());
    }

    @Override
    public String submit() {
        return "Same incident";
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        words.take("^of");
        return words.rest("of");
    }

    @Override
    public Reply act(Request request) {
        Incident original = original(request);
        Incident after = desk.change(
                request.id(),
                request.origin(),
                (incident, at) -> Finishing.duplicate(incident, original, request.actor(), at));
        return Reply.tell(
                "%s is closed as a duplicate of %s, which is told who worked on it. Its timeline stays; its channel is read a last time and archived."
                        .formatted(after.id(), original.id()));
    }

    /** One that somebody may not know of is as good as none. */
    private Incident original(Request request) {
        String words = request.get("of");
        IncidentId id = IncidentId.find(words)
                .orElseThrow(() -> new Refusal(
                        "`%s` is no number of an incident. Nothing was changed. Try `INC-7`; see `/incident list`."
                                .formatted(Words.again(words))));
        return incidents
                .find(id)
                .filter(incident -> Policy.maySee(
                        incident, request.by().id(), request.said().channel()))
                .orElseThrow(() -> new Refusal("There is no %s. See `/incident list`.".formatted(id)));
    }
}
