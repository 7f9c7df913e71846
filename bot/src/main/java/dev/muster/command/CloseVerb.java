package dev.muster.command;

import dev.muster.desk.IncidentDesk;
import dev.muster.desk.People;
import dev.muster.incident.Finishing;
import dev.muster.incident.Handbook;
import dev.muster.incident.Incident;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a resolved incident away: its channel is read a last time and archived. */
public final class CloseVerb implements Verb {

    private final IncidentDesk desk;
    private final Handbook handbook;
    private final People people;

    public CloseVerb(IncidentDesk desk, Handbook handbook, People people) {
        this.desk = desk;
        this.handbook = handbook;
        this.people = people;
    }

    @Override
    public String name() {
        return "close";
    }

    @Override
    public String purpose() {
        return "Archives the channel of a resolved incident, once all of it is on the timeline.";
    }

    @Override
    public List<String> usages() {
        return List.of("close [anyway because REASON]");
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.take("^anyway because").or(() -> words.take("^anyway")).isPresent()
                ? words.rest("reason")
                : Map.of();
    }

    @Override
    public Reply act(Request request) {
        Optional<String> anyway = request.find("reason").map(words -> PlainWords.of(words, people));
        Incident after = desk.change(
                request.id(),
                request.origin(),
                (incident, at) -> Finishing.close(incident, anyway, request.actor(), handbook, at));
        return Reply.tell(
                "%s is closed. Its channel is read a last time and archived; action items go on until they are done.%s"
                        .formatted(after.id(), ResolveVerb.missing(after)));
    }
}
