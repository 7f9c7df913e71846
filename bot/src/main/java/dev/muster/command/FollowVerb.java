package dev.muster.command;

import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Markup;
import dev.muster.desk.People;
import dev.muster.desk.Person;
import dev.muster.desk.Policy;
import dev.muster.incident.Actor;
import dev.muster.incident.Change;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Following;
import dev.muster.incident.Incident;
import dev.muster.incident.Refusal;
import dev.muster.incident.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Lets somebody follow an incident from wherever they are, or no longer. */
public final class FollowVerb implements Verb {

    private final String name;
    private final String purpose;
    private final String answer;
    private final Rule rule;
    private final IncidentDesk desk;
    private final People people;

    private FollowVerb(String name, String purpose, String answer, Rule rule, IncidentDesk desk, People people) {
        this.name = name;
        this.purpose = purpose;
        this.answer = answer;
        this.rule = rule;
        this.desk = desk;
        this.people = people;
    }

    public static FollowVerb subscribe(IncidentDesk desk, People people) {
        return new FollowVerb(
                "subscribe",
                "Sends you, or somebody else, each update as a direct message.",
                "%s gets each update on %s as a direct message. To end it: `/incident %d unsubscribe`.",
                Following::subscribe,
                desk,
                people);
    }

    public static FollowVerb unsubscribe(IncidentDesk desk, People people) {
        return new FollowVerb(
                "unsubscribe",
                "Sends no more direct messages about it.",
                "%s gets no direct messages about %s any more. To have them again: `/incident %d subscribe`.",
                Following::unsubscribe,
                desk,
                people);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String purpose() {
        return purpose;
    }

    @Override
    public List<String> usages() {
        return List.of(name + " [@user]");
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.person("user").found();
    }

    @Override
    public Reply act(Request request) {
        Person who = request.find("user").map(id -> people.get(new UserId(id))).orElse(request.by());
        requireInsider(request.incident(), who);
        Incident after = desk.change(
                request.id(),
                request.origin(),
                (incident, at) -> rule.apply(incident, who.actor(), request.actor(), at));
        return Reply.tell(answer.formatted(
                Markup.mention(who.id()), after.id(), after.id().number()));
    }

    /** Word of a private incident leaves its channel only to those who have a part in it. */
    private static void requireInsider(Incident incident, Person who) {
        if (!Policy.maySee(incident, who.id(), new ChannelId(who.id().value()))) {
            throw new Refusal(
                    "%s is private: only who declared it, has a role or an action item in it can follow it from elsewhere. Nothing was changed."
                            .formatted(incident.id()));
        }
    }

    /** One of the two decisions. */
    @FunctionalInterface
    private interface Rule {
        Change apply(Incident incident, Actor who, Actor by, Instant at);
    }
}
