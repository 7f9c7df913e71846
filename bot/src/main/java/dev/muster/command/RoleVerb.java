package dev.muster.command;

import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Markup;
import dev.muster.desk.People;
import dev.muster.desk.Person;
import dev.muster.incident.Incident;
import dev.muster.incident.Refusal;
import dev.muster.incident.Responding;
import dev.muster.incident.Role;
import dev.muster.incident.UserId;
import dev.muster.incident.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a role, or gives it to somebody. */
public final class RoleVerb implements Verb {

    private final IncidentDesk desk;
    private final People people;

    public RoleVerb(IncidentDesk desk, People people) {
        this.desk = desk;
        this.people = people;
    }

    @Override
    public String name() {
        return "role";
    }

    @Override
    public String purpose() {
        return "Takes a role, or gives it to somebody; its duties are sent to them.";
    }

    @Override
    public List<String> usages() {
        return List.of("role ic|tech|comms [@user]");
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.choice("role", "Which role?", List.of("ic", "tech", "comms"))
                        .needed(),
                Field.person("user", "Who has it?", "Empty: you take it"));
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.person("user").rest("role");
    }

    @Override
    public Reply act(Request request) {
        Role role = role(request);
        Person holder =
                request.find("user").map(id -> people.get(new UserId(id))).orElse(request.by());
        Optional<UserId> before = request.incident().holder(role);
        Incident after = desk.change(
                request.id(),
                request.origin(),
                (incident, at) -> request.find("user").isPresent()
                        ? Responding.assign(incident, role, holder.actor(), request.actor(), at)
                        : Responding.take(incident, role, request.actor(), at));
        String said = said(after, role, holder, before);
        return before.equals(Optional.of(holder.id()))
                ? Reply.tell(said)
                : Reply.offer(said, UndoVerb.button(after, "role"));
    }

    static Role role(Request request) {
        return Role.find(request.get("role"))
                .orElseThrow(() ->
                        new Refusal("There is no role `%s`. Nothing was changed. The roles: `ic`, `tech`, `comms`."
                                .formatted(Words.again(request.get("role")))));
    }

    private static String said(Incident after, Role role, Person holder, Optional<UserId> before) {
        if (before.equals(Optional.of(holder.id()))) {
            return "%s is %s of %s already.".formatted(Markup.mention(holder.id()), role.title(), after.id());
        }
        String was = before.map(old -> " It was " + Markup.mention(old) + ".").orElse("");
        return "%s is now %s of %s.%s The duties are sent to them."
                .formatted(Markup.mention(holder.id()), role.title(), after.id(), was);
    }
}
