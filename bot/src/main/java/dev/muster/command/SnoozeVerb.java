package dev.muster.command;

import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Markup;
import dev.muster.incident.Incident;
import dev.muster.incident.Responding;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Puts off the next status update. */
public final class SnoozeVerb implements Verb {

    private final IncidentDesk desk;

    public SnoozeVerb(IncidentDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "snooze";
    }

    @Override
    public String purpose() {
        return "Puts the next status update off, by 15 minutes unless you say otherwise.";
    }

    @Override
    public List<String> usages() {
        return List.of("snooze [15m|30m|60m]");
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.rest("pause");
    }

    @Override
    public Reply act(Request request) {
        Duration pause = UpdateVerb.pause(request.find("pause").orElse("15m"));
        Incident after = desk.change(
                request.id(),
                request.origin(),
                (incident, at) -> Responding.snooze(incident, pause, request.actor(), at));
        return Reply.tell("The next update on %s is owed %s."
                .formatted(after.id(), after.rhythm().due().map(Markup::time).orElse("no more")));
    }
}
