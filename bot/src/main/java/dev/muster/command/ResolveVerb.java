package dev.muster.command;

import dev.muster.desk.IncidentDesk;
import dev.muster.desk.People;
import dev.muster.incident.ActionItem;
import dev.muster.incident.Assessing;
import dev.muster.incident.Finishing;
import dev.muster.incident.Handbook;
import dev.muster.incident.Incident;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says that the service is restored and stable. */
public final class ResolveVerb implements Verb {

    private final IncidentDesk desk;
    private final Handbook handbook;
    private final People people;

    public ResolveVerb(IncidentDesk desk, Handbook handbook, People people) {
        this.desk = desk;
        this.handbook = handbook;
        this.people = people;
    }

    @Override
    public String name() {
        return "resolve";
    }

    @Override
    public String purpose() {
        return "Says that it is over; no more updates are asked for.";
    }

    @Override
    public List<String> usages() {
        return List.of("resolve [SUMMARY]");
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.text("summary", "What was it, and what ended it?", ""));
    }

    @Override
    public String submit() {
        return "Resolve";
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.rest("summary");
    }

    /** What there is still to say, while people remember it. */
    static String missing(Incident incident) {
        List<String> missing = Assessing.missing(incident);
        return missing.isEmpty() ? "" : "\nStill missing on the record: " + String.join(", ", missing) + ".";
    }

    @Override
    public Reply act(Request request) {
        Optional<String> summary = request.find("summary").map(words -> PlainWords.of(words, people));
        Incident after = desk.change(
                request.id(),
                request.origin(),
                (incident, at) -> Finishing.resolve(incident, summary, request.actor(), handbook, at, at));
        long open = after.actions().stream().filter(ActionItem::isOpen).count();
        String items = open == 0 ? "" : " Open action items: " + open + "; their owners are reminded.";
        return Reply.offer(
                "%s is resolved.%s%s When all is said: `/incident close`.".formatted(after.id(), items, missing(after)),
                UndoVerb.button(after, "stage"));
    }
}
