package dev.muster.command;

import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Notice.Duties;
import dev.muster.desk.Policy;
import dev.muster.incident.Handbook;
import dev.muster.incident.Incident;
import dev.muster.incident.Refusal;
import dev.muster.incident.Role;
import dev.muster.incident.Ticking;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Shows the checklist of a role, and ticks it off. */
public final class TasksVerb implements Verb {

    private final IncidentDesk desk;
    private final Handbook handbook;

    public TasksVerb(IncidentDesk desk, Handbook handbook) {
        this.desk = desk;
        this.handbook = handbook;
    }

    @Override
    public String name() {
        return "tasks";
    }

    @Override
    public String purpose() {
        return "Shows the checklist of your role, or of another, and ticks it off.";
    }

    @Override
    public List<String> usages() {
        return List.of("tasks [ic|tech|comms] [done N | undone N]");
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.taking("done", "done ([0-9]{1,3})")
                .taking("undone", "undone ([0-9]{1,3})")
                .rest("role");
    }

    /** To look is free. */
    @Override
    public void requireAllowed(Policy policy, Request request) {
        if (request.find("done").or(() -> request.find("undone")).isPresent()) {
            policy.require(name(), request.about(), request.by().id());
        }
    }

    @Override
    public Reply act(Request request) {
        Role role = request.find("role").map(word -> RoleVerb.role(request)).orElseGet(() -> held(request));
        Incident after = request.incident();
        if (request.find("done").isPresent()) {
            int number = Integer.parseInt(request.get("done"));
            after = desk.change(
                    request.id(),
                    request.origin(),
                    (incident, at) -> Ticking.done(incident, role, number, request.actor(), handbook, at));
        } else if (request.find("undone").isPresent()) {
            int number = Integer.parseInt(request.get("undone"));
            after = desk.change(
                    request.id(),
                    request.origin(),
                    (incident, at) -> Ticking.undone(incident, role, number, request.actor(), handbook, at));
        }
        return new Reply.Show(
                new Duties(after, role, handbook.rule(role), request.by().id()));
    }

    private static Role held(Request request) {
        return Arrays.stream(Role.values())
                .filter(role -> request.incident()
                        .holder(role)
                        .filter(request.by().id()::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow(
                        () -> new Refusal("You have no role in %s. Nothing was changed. Name one: `/incident tasks ic`."
                                .formatted(request.id())));
    }
}
