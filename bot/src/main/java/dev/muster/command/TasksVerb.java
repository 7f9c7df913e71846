package dev.muster.command;

import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Notice.Duties;
import dev.muster.desk.Policy;
import dev.muster.incident.Change;
import dev.muster.incident.Handbook;
import dev.muster.incident.Incident;
import dev.muster.incident.Refusal;
import dev.muster.incident.Role;
import dev.muster.incident.Ticking;
import java.time.Instant;
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
        if (ticks(request)) {
            policy.require(name(), request.about(), request.by().id());
        }
    }

    @Override
    public Reply act(Request request) {
        Role role = request.find("role").map(word -> RoleVerb.role(request)).orElseGet(() -> held(request));
        Incident after = ticks(request)
                ? desk.change(request.id(), request.origin(), (incident, at) -> tick(incident, role, request, at))
                : request.incident();
        return new Reply.Show(
                new Duties(after, role, handbook.rule(role), request.by().id()));
    }

    private static boolean ticks(Request request) {
        return request.find("done").or(() -> request.find("undone")).isPresent();
    }

    private Change tick(Incident incident, Role role, Request request, Instant at) {
        return request.find("done")
                .map(number -> Ticking.done(incident, role, Integer.parseInt(number), request.actor(), handbook, at))
                .orElseGet(() -> Ticking.undone(
                        incident, role, Integer.parseInt(request.get("undone")), request.actor(), handbook, at));
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
