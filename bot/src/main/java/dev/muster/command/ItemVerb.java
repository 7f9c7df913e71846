package dev.muster.command;

import dev.muster.desk.House;
import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Markup;
import dev.muster.desk.People;
import dev.muster.desk.Person;
import dev.muster.desk.Policy;
import dev.muster.incident.ActionItem;
import dev.muster.incident.Change;
import dev.muster.incident.FollowingUp;
import dev.muster.incident.Handbook.ReminderRule;
import dev.muster.incident.Incident;
import dev.muster.incident.Refusal;
import dev.muster.incident.UserId;
import dev.muster.incident.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an owner, or somebody for them, says of an action item: another date, another owner, not needed, verified. */
public final class ItemVerb implements Verb {

    private static final Field ITEM =
            Field.line("number", "Which action item?", "Its number: 3").needed();

    private final Sort sort;
    private final IncidentDesk desk;
    private final House house;
    private final People people;

    private ItemVerb(Sort sort, IncidentDesk desk, House house, People people) {
        this.sort = sort;
        this.desk = desk;
        this.house = house;
        this.people = people;
    }

    /** All of them. */
    public static List<Verb> all(IncidentDesk desk, House house, People people) {
        return List.of(
                new ItemVerb(Sort.DUE, desk, house, people),
                new ItemVerb(Sort.GIVE, desk, house, people),
                new ItemVerb(Sort.REWORD, desk, house, people),
                new ItemVerb(Sort.DROP, desk, house, people),
                new ItemVerb(Sort.VERIFY, desk, house, people));
    }

    /** What there is to say. */
    private enum Sort {
        DUE(
                "due",
                "Gives an action item another date.",
                "due NUMBER DATE",
                Optional.of(Field.line("date", "By when?", "friday, tomorrow 16:30, in 3 days, 2026-12-01")
                        .needed())),
        GIVE(
                "give",
                "Gives an action item to somebody else.",
                "give NUMBER @user",
                Optional.of(
                        Field.person("user", "Who does it?", "They are told").needed())),
        REWORD(
                "reword",
                "Says more precisely what an action item is.",
                "reword NUMBER TEXT",
                Optional.of(Field.text("text", "What will be done?", "So that anyone can tell whether it is")
                        .needed())),
        DROP(
                "drop",
                "Says that an action item is no longer needed, and why.",
                "drop NUMBER because REASON",
                Optional.of(
                        Field.text("reason", "Why is it no longer needed?", "").needed())),
        VERIFY(
                "verify",
                "Says that an action item is really done; by somebody else than who said so first.",
                "verify NUMBER",
                Optional.empty());

        private final String word;
        private final String purpose;
        private final String usage;
        private final Optional<Field> question;

        Sort(String word, String purpose, String usage, Optional<Field> question) {
            this.word = word;
            this.purpose = purpose;
            this.usage = usage;
            this.question = question;
        }
    }

    @Override
    public String name() {
        return sort.word;
    }

    @Override
    public String purpose() {
        return sort.purpose;
    }

    @Override
    public List<String> usages() {
        return List.of(sort.usage);
    }

    @Override
    public List<Field> fields() {
        return sort.question.map(question -> List.of(ITEM, question)).orElse(List.of(ITEM));
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        Phrase rest = words.taking("number", "^([1-9][0-9]{0,5})");
        return switch (sort) {
            case DUE -> rest.rest("date");
            case GIVE -> rest.person("user").found();
            case REWORD -> rest.rest("text");
            case DROP -> {
                rest.take("^because");
                yield rest.rest("reason");
            }
            case VERIFY -> rest.found();
        };
    }

    /** One rule for all that is done to an action item. */
    @Override
    public void requireAllowed(Policy policy, Request request) {
        policy.require("actions", request.about(), request.by().id());
    }

    @Override
    public Reply act(Request request) {
        int number = number(request);
        Incident after =
                desk.change(request.id(), request.origin(), (incident, at) -> change(incident, number, request, at));
        return Reply.tell(answer(after, after.action(number)));
    }

    private Change change(Incident incident, int number, Request request, Instant at) {
        ReminderRule rule = house.handbook().reminders();
        return switch (sort) {
            case DUE ->
                FollowingUp.due(
                        incident, number, due(request, incident.action(number).zone()), request.actor(), rule, at);
            case GIVE -> {
                Person to = people.get(new UserId(request.get("user")));
                yield FollowingUp.give(incident, number, to.actor(), to.zone(), request.actor(), rule, at);
            }
            case REWORD ->
                FollowingUp.reword(incident, number, PlainWords.of(request.get("text"), people), request.actor(), at);
            case DROP ->
                FollowingUp.drop(incident, number, PlainWords.of(request.get("reason"), people), request.actor(), at);
            case VERIFY -> FollowingUp.verify(incident, number, request.actor(), at);
        };
    }

    private Instant due(Request request, ZoneId theirs) {
        return TimeWords.due(
                request.get("date"), request.said().at(), request.by().zone(), house.remindAt(), theirs);
    }

    private static String answer(Incident after, ActionItem item) {
        return "Action item %d of %s: %s, for %s, due %s."
                .formatted(
                        item.number(), after.id(), item.state(), Markup.mention(item.owner()), Markup.time(item.due()));
    }

    private static int number(Request request) {
        String text = request.get("number");
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw new Refusal("`%s` is no number of an action item. Nothing was changed. See `/incident actions`."
                    .formatted(Words.again(text)));
        }
        return Integer.parseInt(text);
    }
}
