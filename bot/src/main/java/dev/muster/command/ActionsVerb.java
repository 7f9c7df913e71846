package dev.muster.command;

import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Incidents;
import dev.muster.desk.Markup;
import dev.muster.desk.Notice.Actions;
import dev.muster.desk.Notice.Owned;
import dev.muster.desk.Policy;
import dev.muster.desk.Teams;
import dev.muster.desk.Teams.Team;
import dev.muster.desk.Timelines;
import dev.muster.incident.FollowingUp;
import dev.muster.incident.Guess;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Refusal;
import dev.muster.incident.UserId;
import dev.muster.incident.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Lists action items, and says that one is done or must wait. */
public final class ActionsVerb implements Verb {

    private static final Set<String> CHANGING = Set.of("start", "done", "snooze");

    private final IncidentDesk desk;
    private final Incidents incidents;
    private final Timelines timelines;
    private final Teams teams;

    public ActionsVerb(IncidentDesk desk, Incidents incidents, Timelines timelines, Teams teams) {
        this.timelines = timelines;
        this.desk = desk;
        this.incidents = incidents;
        this.teams = teams;
    }

    @Override
    public String name() {
        return "actions";
    }

    @Override
    public String purpose() {
        return "Lists the open action items: the channel's, yours, a team's or all; says that one is begun or done, or puts its reminder off.";
    }

    @Override
    public List<String> usages() {
        return List.of(
                "actions [mine|all|overdue|@user|@group]",
                "actions start NUMBER",
                "actions history NUMBER",
                "actions done NUMBER",
                "actions snooze NUMBER [1d]");
    }

    @Override
    public boolean aboutIncident() {
        return false;
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.taking("incident", "(INC-[1-9][0-9]*)")
                .person("user")
                .group("group")
                .word("what")
                .word("number")
                .rest("pause");
    }

    /** To look is free; to change is a matter of the incident that the item belongs to. */
    @Override
    public void requireAllowed(Policy policy, Request request) {
        if (request.find("what").filter(CHANGING::contains).isPresent()) {
            policy.require(name(), Optional.of(about(request)), request.by().id());
        }
    }

    @Override
    public Reply act(Request request) {
        Optional<UserId> of = request.find("user").map(UserId::new);
        if (of.isPresent() && request.find("what").isEmpty()) {
            return list("Their open action items", request, item -> item.item()
                    .owner()
                    .equals(of.get()));
        }
        Optional<String> group = request.find("group");
        if (group.isPresent() && request.find("what").isEmpty()) {
            Team team = team(group.get());
            return list("Open action items of " + Markup.escape("@" + team.handle()), request, item -> team.members()
                    .contains(item.item().owner()));
        }
        return switch (request.find("what").orElse("")) {
            case "start" -> start(request);
            case "done" -> done(request);
            case "snooze" -> snooze(request);
            case "history" -> ItemHistory.of(timelines, about(request), number(request));
            case "mine" ->
                list("Your open action items", request, item -> item.item()
                        .owner()
                        .equals(request.by().id()));
            case "overdue" ->
                list("Overdue action items", request, item -> item.item()
                        .isOverdue(request.said().at()));
            case "all" -> list("All open action items", request, item -> true);
            case "" -> here(request);
            default ->
                throw new Refusal(
                        "Say `actions`, `actions mine`, `actions all`, `actions overdue`, `actions @user`, `actions @group`, `actions start 3`, `actions history 3`, `actions done 3` or `actions snooze 3 1d`.");
        };
    }

    private Team team(String name) {
        List<Team> all = teams.all()
                .orElseThrow(
                        () -> new Refusal(
                                "I have not heard from Slack yet which user groups there are. Nothing was listed. Try again in a minute."));
        return all.stream()
                .filter(team -> team.isCalled(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "There is no user group `%s` that I know of.%s Nothing was listed. A new one takes me two minutes to hear of; for a person, choose the name that Slack offers."
                                .formatted(
                                        Words.again(name),
                                        Guess.sentence(
                                                name,
                                                all.stream()
                                                        .map(team -> "@" + team.handle())
                                                        .toList()))));
    }

    private Reply start(Request request) {
        int number = number(request);
        Incident after = desk.change(
                about(request).id(),
                request.origin(),
                (incident, at) -> FollowingUp.start(incident, number, request.actor(), at));
        return Reply.tell("Action item %d of %s is %s."
                .formatted(number, after.id(), after.action(number).state()));
    }

    private Reply done(Request request) {
        int number = number(request);
        Incident after = desk.change(
                about(request).id(),
                request.origin(),
                (incident, at) -> FollowingUp.done(incident, number, request.actor(), at));
        return Reply.tell("Action item %d of %s is done: %s. Thank you."
                .formatted(
                        number, after.id(), Markup.escape(after.action(number).text())));
    }

    private Reply snooze(Request request) {
        int number = number(request);
        Duration pause = UpdateVerb.pause(request.find("pause").orElse("1d"));
        Incident after = desk.change(
                about(request).id(),
                request.origin(),
                (incident, at) -> FollowingUp.snooze(incident, number, pause, request.actor(), at));
        return Reply.tell("You will hear of action item %d of %s again %s. It is still due %s."
                .formatted(
                        number,
                        after.id(),
                        Markup.time(request.said().at().plus(pause)),
                        Markup.time(after.action(number).due())));
    }

    private Reply here(Request request) {
        boolean named = request.find("incident").isPresent();
        Optional<Incident> here = named
                ? Optional.of(about(request))
                : incidents.findByChannel(request.said().channel());
        return here.map(incident -> list("Open action items of " + incident.id(), request, item -> item.incident()
                        .id()
                        .equals(incident.id())))
                .orElseGet(() -> list("Your open action items", request, item -> item.item()
                        .owner()
                        .equals(request.by().id())));
    }

    private Reply list(String title, Request request, Predicate<Owned> wanted) {
        List<Incident> seen = incidents.owing().stream()
                .filter(incident -> Policy.maySee(
                        incident, request.by().id(), request.said().channel()))
                .toList();
        return new Reply.Show(new Actions(title, Owned.open(seen, wanted)));
    }

    private Incident about(Request request) {
        Optional<String> named = request.find("incident");
        Optional<Incident> found = named.isPresent()
                ? named.flatMap(IncidentId::find).flatMap(incidents::find)
                : incidents.findByChannel(request.said().channel());
        return found.filter(incident -> Policy.maySee(
                        incident, request.by().id(), request.said().channel()))
                .orElseThrow(() -> new Refusal(named.map(id -> "There is no " + id + ". See `/incident list`.")
                        .orElse("Which incident? Say it from its channel, or: `/incident 1 actions done 3`.")));
    }

    private static int number(Request request) {
        String text = request.find("number").orElse("");
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw new Refusal(
                    "Which action item? Say its number, e.g. `/incident actions done 3`. Nothing was changed.");
        }
        return Integer.parseInt(text);
    }
}
