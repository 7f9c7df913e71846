package dev.muster.command;

import dev.muster.desk.House;
import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Markup;
import dev.muster.desk.People;
import dev.muster.desk.Person;
import dev.muster.incident.ActionItem;
import dev.muster.incident.ActionItem.Priority;
import dev.muster.incident.FollowingUp;
import dev.muster.incident.Incident;
import dev.muster.incident.UserId;
import dev.muster.incident.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Gives somebody something to do by a time. */
public final class ActionVerb implements Verb {

    private final IncidentDesk desk;
    private final House house;
    private final People people;

    public ActionVerb(IncidentDesk desk, House house, People people) {
        this.desk = desk;
        this.house = house;
        this.people = people;
    }

    @Override
    public String name() {
        return "action";
    }

    @Override
    public String purpose() {
        return "Notes what will be done, by whom and by when; the owner is reminded until it is done.";
    }

    @Override
    public List<String> usages() {
        return List.of("action TEXT [@user] [by DATE] [high|medium|low]");
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.text(
                                "text",
                                "What will be done?",
                                "So that anyone can tell whether it is: which alert, which limit")
                        .needed(),
                Field.person("owner", "Who does it?", "Empty: you"),
                Field.line("due", "By when?", "friday, tomorrow 16:30, in 3 days, 2026-12-01; empty: in 7 days"),
                Field.choice("priority", "How much does it matter?", List.of("high", "medium", "low")));
    }

    @Override
    public Map<String, String> suggestions(Request request) {
        return Map.of("priority", "medium", "due", "in 7 days");
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.person("owner")
                .taking("priority", "(high|medium|low)$")
                .taking("due", "by (" + TimeWords.DUE + ")")
                .taking("due", "(in [0-9]+ ?[a-z]+)$")
                .taking("priority", "(high|medium|low)$")
                .rest("text");
    }

    @Override
    public Reply act(Request request) {
        String text = PlainWords.of(request.get("text"), people);
        Person owner =
                request.find("owner").map(id -> people.get(new UserId(id))).orElse(request.by());
        Priority priority =
                Priority.valueOf(request.find("priority").orElse("medium").toUpperCase(Locale.ROOT));
        Instant due = TimeWords.due(
                request.find("due").orElse("in 7 days"),
                request.said().at(),
                request.by().zone(),
                house.remindAt(),
                owner.zone());
        Incident after = desk.change(request.id(), request.origin(), (incident, at) -> {
            ActionItem item = FollowingUp.next(incident, text, owner.id(), due, owner.zone(), priority);
            return FollowingUp.add(
                    incident,
                    item,
                    owner.actor(),
                    request.actor(),
                    house.handbook().reminders(),
                    at);
        });
        return Reply.tell(added(after, owner, due, request));
    }

    private static String added(Incident after, Person owner, Instant due, Request request) {
        return "Action item %d of %s is %s's, due %s (%s)."
                .formatted(
                        after.actions().size(),
                        after.id(),
                        Markup.mention(owner.id()),
                        Markup.time(due),
                        Words.day(due, request.by().zone()));
    }
}
