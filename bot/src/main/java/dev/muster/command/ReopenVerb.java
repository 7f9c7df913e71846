package dev.muster.command;

import dev.muster.desk.House;
import dev.muster.desk.IncidentDesk;
import dev.muster.desk.People;
import dev.muster.incident.Finishing;
import dev.muster.incident.Incident;
import java.util.List;
import java.util.Map;

/** Takes up an incident again that was not over after all. */
public final class ReopenVerb implements Verb {

    private final IncidentDesk desk;
    private final House house;
    private final People people;

    public ReopenVerb(IncidentDesk desk, House house, People people) {
        this.desk = desk;
        this.house = house;
        this.people = people;
    }

    @Override
    public String name() {
        return "reopen";
    }

    @Override
    public String purpose() {
        return "Takes it up again; if its channel is archived, a new one is opened.";
    }

    @Override
    public List<String> usages() {
        return List.of("reopen because REASON");
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.text("reason", "Why is it not over?", "").needed());
    }

    @Override
    public String submit() {
        return "Reopen";
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
                (incident, at) -> Finishing.reopen(incident, reason, request.actor(), house.handbook(), at));
        return Reply.tell("%s is open again, at stage %s.".formatted(after.id(), after.stage()));
    }
}
