package dev.muster.command;

import dev.muster.desk.House;
import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Markup;
import dev.muster.desk.Notice.Choice;
import dev.muster.desk.People;
import dev.muster.desk.Person;
import dev.muster.incident.ActionItem;
import dev.muster.incident.ActionItem.Aim;
import dev.muster.incident.ActionItem.Priority;
import dev.muster.incident.ActionItem.Sort;
import dev.muster.incident.FollowingUp;
import dev.muster.incident.Incident;
import dev.muster.incident.Refusal;
import dev.muster.incident.UserId;
import dev.muster.incident.Words;
import dev.muster.review.Vague;
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
        return List.of("action TEXT [@user] [by DATE] [high|medium|low] [prevent|improve] [from #ROW]");
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
                Field.choice("priority", "How much does it matter?", List.of("high", "medium", "low")),
                Field.choice("sort", "What is it for?", List.of("prevent", "improve")),
                Field.line("finding", "Which finding does it come from?", "A row of the timeline: #12"));
    }

    @Override
    public Map<String, String> suggestions(Request request) {
        return Map.of("priority", "medium", "due", "in 7 days");
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.person("owner")
                .taking("finding", "from (#[1-9][0-9]{0,8})")
                .taking("sort", "(prevent|improve)$")
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
        Aim aim = new Aim(
                request.find("sort").map(word -> Sort.valueOf(word.toUpperCase(Locale.ROOT))),
                request.find("finding").map(ActionVerb::row));
        Incident after = desk.change(request.id(), request.origin(), (incident, at) -> {
            ActionItem item = FollowingUp.next(incident, text, owner.id(), due, owner.zone(), priority)
                    .aiming(aim);
            return FollowingUp.add(
                    incident,
                    item,
                    owner.actor(),
                    request.actor(),
                    house.handbook().reminders(),
                    at);
        });
        String done = added(after, owner, due, request);
        int number = after.actions().size();
        return Vague.question(text)
                .map(question -> Reply.offer(
                        done + "\nWhoever looks later must be able to tell whether it is done. " + question,
                        new Choice("Say it more precisely", "form %s reword %d".formatted(after.id(), number))))
                .orElseGet(() -> Reply.tell(done));
    }

    private static long row(String word) {
        String digits = word.replaceFirst("^#", "");
        if (!digits.matches("[1-9][0-9]{0,8}")) {
            throw new Refusal("`%s` is no row of the timeline. Nothing was changed. Say its number, e.g. #12."
                    .formatted(Words.again(word)));
        }
        return Long.parseLong(digits);
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
