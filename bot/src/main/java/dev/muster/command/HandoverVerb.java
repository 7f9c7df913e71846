package dev.muster.command;

import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Markup;
import dev.muster.desk.People;
import dev.muster.desk.Person;
import dev.muster.incident.Handbook;
import dev.muster.incident.HandingOver;
import dev.muster.incident.Role;
import dev.muster.incident.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Offers a role to somebody with a brief, and takes their answer. */
public final class HandoverVerb implements Verb {

    private final IncidentDesk desk;
    private final Handbook handbook;
    private final People people;

    public HandoverVerb(IncidentDesk desk, Handbook handbook, People people) {
        this.desk = desk;
        this.handbook = handbook;
        this.people = people;
    }

    @Override
    public String name() {
        return "handover";
    }

    @Override
    public String purpose() {
        return "Offers a role to somebody, who is briefed and has to accept it; until then its holder stays.";
    }

    @Override
    public List<String> usages() {
        return List.of(
                "handover ic|tech|comms @user",
                "handover accept ic|tech|comms",
                "handover decline ic|tech|comms [REASON]");
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.choice("role", "Which role?", List.of("ic", "tech", "comms"))
                        .needed(),
                Field.person("user", "To whom?", "They are briefed and asked; you keep the role until they accept")
                        .needed());
    }

    @Override
    public String submit() {
        return "Offer it";
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.person("user")
                .taking("answer", "^(accept|decline)")
                .taking("role", "^(ic|tech|comms)")
                .rest("reason");
    }

    /** An answer needs no name: it is whoever gives it. */
    @Override
    public Optional<Field> missing(Map<String, String> answers) {
        Field first = fields().get(answers.containsKey("role") ? 1 : 0);
        boolean complete =
                answers.containsKey("role") && (answers.containsKey("answer") || answers.containsKey("user"));
        return complete ? Optional.empty() : Optional.of(first);
    }

    @Override
    public Reply act(Request request) {
        Role role = RoleVerb.role(request);
        return switch (request.find("answer").orElse("")) {
            case "accept" -> accept(request, role);
            case "decline" -> decline(request, role);
            default -> offer(request, role);
        };
    }

    private Reply offer(Request request, Role role) {
        Person to = people.get(new UserId(request.get("user")));
        desk.change(
                request.id(),
                request.origin(),
                (incident, at) -> HandingOver.offer(incident, role, to.actor(), request.actor(), handbook, at));
        return Reply.tell("%s of %s is offered to %s, with a brief. %s stays responsible until they accept."
                .formatted(role.title(), request.id(), Markup.mention(to.id()), holder(request, role)));
    }

    private Reply accept(Request request, Role role) {
        String before = holder(request, role);
        desk.change(
                request.id(),
                request.origin(),
                (incident, at) -> HandingOver.accept(incident, role, request.actor(), at));
        return Reply.tell("You are %s of %s now; it was %s. The channel is told, and your duties are sent to you."
                .formatted(role.title(), request.id(), before));
    }

    private Reply decline(Request request, Role role) {
        Optional<String> reason = request.find("reason").map(words -> PlainWords.of(words, people));
        desk.change(
                request.id(),
                request.origin(),
                (incident, at) -> HandingOver.decline(incident, role, reason, request.actor(), at));
        return Reply.tell("The offer of %s of %s is off the table; the channel is told. It stays with %s."
                .formatted(role.title(), request.id(), holder(request, role)));
    }

    private static String holder(Request request, Role role) {
        return request.incident().holder(role).map(Markup::mention).orElse("nobody");
    }
}
