package dev.muster.command;

import dev.muster.desk.IncidentDesk;
import dev.muster.incident.Finishing;
import dev.muster.incident.Incident;
import java.util.List;

/** Puts a resolved incident away: its channel is read a last time and archived. */
public final class CloseVerb implements Verb {

    private final IncidentDesk desk;

    public CloseVerb(IncidentDesk desk) {
        this.desk = desk;
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
        return List.of("close");
    }

    @Override
    public Reply act(Request request) {
        Incident after = desk.change(
                request.id(), request.origin(), (incident, at) -> Finishing.close(incident, request.actor(), at));
        return Reply.tell(
                "%s is closed. Its channel is read a last time and archived; action items go on until they are done."
                        .formatted(after.id()));
    }
}
