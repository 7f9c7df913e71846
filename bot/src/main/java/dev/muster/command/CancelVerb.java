package dev.muster.command;

import dev.muster.desk.IncidentDesk;
import dev.muster.desk.People;
import dev.muster.incident.Finishing;
import dev.muster.incident.Incident;
import java.util.List;
import java.util.Map;

/** Ends an incident that was none. */
public final class CancelVerb implements Verb {

    private final IncidentDesk desk;
    private final People people;

    public CancelVerb(IncidentDesk desk, People people) {
        this.desk = desk;
        this.people = people;
    }

    @Override
    public String name() {
        return "cancel";
    }

    @Override
    public String purpose() {
        return "A false alarm: says so everywhere, asks for nothing more, and archives the channel.";
    }

    @Override
    public List<String> usages() {
        return List.of("cancel because REASON");
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.text("reason", "Why was it none?", "Everybody in the channel reads it")
                .needed());
    }

    @Override
    public String submit() {
        return "It was none";
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        words.take("^because");
        return words.rest("reason");
    }

    @Override
    public Reply act(Request request) {
        String reason = PlainWords.of(request.get("reason"), people);
        Incident after = desk.change(
                request.id(),
                request.origin(),
                (incident, at) -> Finishing.cancel(incident, reason, request.actor(), at));
        return Reply.tell(
                "%s is cancelled: it was a false alarm. Its channel is read a last time and archived. If it was none after all: `/incident %d reopen because …`."
                        .formatted(after.id(), after.id().number()));
    }
}
