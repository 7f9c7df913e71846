package dev.muster.slack.view;

import static dev.muster.incident.Samples.BERLIN;
import static dev.muster.incident.Samples.NOW;
import static dev.muster.incident.Samples.ROOM;

import dev.muster.desk.Fitting;
import dev.muster.desk.Markup;
import dev.muster.desk.Notice;
import dev.muster.desk.Notice.ActionDone;
import dev.muster.desk.Notice.ActionOwed;
import dev.muster.desk.Notice.ActionStuck;
import dev.muster.desk.Notice.Actions;
import dev.muster.desk.Notice.ActionsOwed;
import dev.muster.desk.Notice.Announcement;
import dev.muster.desk.Notice.Brief;
import dev.muster.desk.Notice.Card;
import dev.muster.desk.Notice.Choice;
import dev.muster.desk.Notice.Duties;
import dev.muster.desk.Notice.Escalation;
import dev.muster.desk.Notice.Found;
import dev.muster.desk.Notice.Hit;
import dev.muster.desk.Notice.Learned;
import dev.muster.desk.Notice.Listing;
import dev.muster.desk.Notice.Offered;
import dev.muster.desk.Notice.Output;
import dev.muster.desk.Notice.Outside;
import dev.muster.desk.Notice.Outside.Said;
import dev.muster.desk.Notice.Owned;
import dev.muster.desk.Notice.Proposed;
import dev.muster.desk.Notice.RoleEmpty;
import dev.muster.desk.Notice.StepOwed;
import dev.muster.desk.Notice.StepShown;
import dev.muster.desk.Notice.Suggested;
import dev.muster.desk.Notice.Told;
import dev.muster.desk.Notice.Unanswered;
import dev.muster.desk.Notice.UpdateOwed;
import dev.muster.desk.Notice.Word;
import dev.muster.incident.ActionItem;
import dev.muster.incident.Actor;
import dev.muster.incident.Cadence;
import dev.muster.incident.Conduct;
import dev.muster.incident.Criterion;
import dev.muster.incident.Declaring;
import dev.muster.incident.Diagnosis;
import dev.muster.incident.Entry;
import dev.muster.incident.Facts;
import dev.muster.incident.Handbook.RoleRule;
import dev.muster.incident.Handbook.SeverityRule;
import dev.muster.incident.Impact;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Kind;
import dev.muster.incident.Milestone;
import dev.muster.incident.Offer;
import dev.muster.incident.Proposal;
import dev.muster.incident.Proposal.State;
import dev.muster.incident.Rhythm;
import dev.muster.incident.Role;
import dev.muster.incident.Room;
import dev.muster.incident.Samples;
import dev.muster.incident.Service;
import dev.muster.incident.Severity;
import dev.muster.incident.Stage;
import dev.muster.incident.StatusUpdate;
import dev.muster.incident.Tick;
import dev.muster.incident.UserId;
import dev.muster.runbook.Action;
import dev.muster.runbook.Attempt;
import dev.muster.runbook.Care;
import dev.muster.runbook.Order;
import dev.muster.runbook.Outcome;
import dev.muster.runbook.Outlook;
import dev.muster.runbook.Run;
import dev.muster.runbook.Run.Result;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Setup;
import dev.muster.runbook.Step;
import dev.muster.runbook.Work;
import dev.muster.timeline.Row;
import dev.muster.timeline.Seal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Everything that the bot can have to say, with the same words in every place where people's words can stand. */
final class Notices {

    private static final String VIDEO = "https://video.example/muster-x";

    private Notices() {}

    /** What is posted and edited from then on. */
    static List<Notice> edited(String words) {
        List<Notice> notices = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            notices.add(new Card(incident(words, stage, true)));
            notices.add(new Card(incident(words, stage, false)));
            notices.add(new Announcement(incident(words, stage, true)));
        }
        for (Outcome outcome : Outcome.values()) {
            notices.add(step(words, Optional.of(outcome), false));
        }
        notices.add(step(words, Optional.empty(), false));
        notices.add(acting(words, Optional.empty()));
        for (Attempt.State state : Attempt.State.values()) {
            notices.add(acting(words, Optional.of(state)));
        }
        notices.add(step(words, Optional.empty(), true));
        return notices;
    }

    /** What is said once, or to one person. */
    static List<Notice> posted(String words) {
        Incident incident = incident(words, Stage.IDENTIFIED, true);
        RoleRule rule = new RoleRule(Collections.nCopies(4, words), words, Collections.nCopies(3, words));
        List<Notice> notices = new ArrayList<>(List.of(
                new Duties(incident, Role.TECH, rule, new UserId("U0BOB")),
                new RoleEmpty(incident, Role.COMMS, rule),
                new Word(incident),
                new Word(incident(words, Stage.DETECTED, false)),
                new Hit(incident, services(words), services(words), List.of(new Fitting(fitting(words), words))),
                new Outside(incident, List.of(new Said(words, "status", words), new Said("customers", "", words))),
                new UpdateOwed(incident, 1, List.of()),
                new UpdateOwed(incident, 2, List.of(words, words)),
                new UpdateOwed(incident(words, Stage.IDENTIFIED, false), 97, List.of()),
                new ActionOwed(incident, item(words)),
                new ActionsOwed(Collections.nCopies(25, new Owned(incident, item(words)))),
                new ActionStuck(incident, item(words)),
                new ActionDone(incident, item(words)),
                new StepOwed(acting(words, Optional.empty())),
                new Output(words, words, true),
                new Output("It is over", "", false),
                new Found(words, List.of(new Learned(incident, NOW, words)), List.of(), ""),
                new Listing("Open incidents", List.of()),
                new Listing("Open incidents", Collections.nCopies(100, incident)),
                new Actions("All open action items", List.of()),
                new Actions("All open action items", Collections.nCopies(100, new Owned(incident, item(words))))));
        notices.addAll(asked(words));
        SeverityRule severity = new SeverityRule(
                words, Duration.ofMinutes(30), Duration.ofMinutes(5), List.of(words, words), List.of());
        for (Criterion criterion : Criterion.values()) {
            notices.add(new Escalation(incident, criterion, severity, List.of(words)));
        }
        notices.add(new Suggested("Is it " + Markup.escape(words), List.of(new Choice(words, words))));
        for (Kind kind : Kind.values()) {
            notices.add(new Told(incident, row(told(kind, words))));
        }
        return notices;
    }

    private static Conduct conduct(String words, boolean known) {
        Actor bob = new Actor(new UserId("U0BOB"), words);
        Impact impact = new Impact(
                words,
                Optional.of(3L),
                Optional.of(words),
                List.of(words),
                Map.of(words, "12%"),
                true,
                Impact.Detail.NONE);
        return !known
                ? Conduct.NONE
                : new Conduct(
                        Map.of(Role.IC, new Offer(bob, bob, NOW)),
                        proposals(words),
                        impact,
                        Optional.empty(),
                        List.of(bob.id()),
                        List.of(new Tick(Role.TECH, words, bob, NOW)),
                        Diagnosis.NONE,
                        Optional.empty());
    }

    private static List<Proposal> proposals(String words) {
        Actor ann = new Actor(new UserId("U0ANN"), words);
        State[] states = State.values();
        return IntStream.range(0, 30)
                .mapToObj(index ->
                        new Proposal(index + 1, words, ann, NOW, states[index % states.length], Optional.of(ann)))
                .toList();
    }

    private static List<Service> services(String words) {
        return List.of(
                new Service(words, List.of(words), words, List.of(), List.of(words), List.of(words), true),
                new Service("shop", List.of(), "", List.of(), List.of(), List.of(), false));
    }

    /** What asks somebody for a yes or a no, and what tells somebody who has just come in. */
    static List<Notice> asked(String words) {
        Incident incident = incident(words, Stage.IDENTIFIED, true);
        List<Row> rows =
                Arrays.stream(Kind.values()).map(kind -> row(told(kind, words))).toList();
        Brief brief = new Brief(incident, rows, List.of(step(words, Optional.empty(), false)));
        Brief bare = new Brief(incident(words, Stage.DETECTED, false), List.of(), List.of());
        UserId bob = new UserId("U0BOB");
        List<Notice> notices = new ArrayList<>(List.of(
                brief,
                bare,
                new Offered(brief, Role.IC, bob),
                new Offered(brief, Role.TECH, bob),
                new Unanswered(incident, Role.IC, new Offer(new Actor(bob, words), new Actor(bob, words), NOW))));
        proposals(words).stream()
                .limit(State.values().length)
                .map(each -> new Proposed(incident, each))
                .forEach(notices::add);
        return notices;
    }

    /** @param known whether roles are held, an update was given and a channel is there */
    static Incident incident(String words, Stage stage, boolean known) {
        Actor ann = new Actor(new UserId("U0ANN"), words);
        Map<Milestone, Instant> times = new EnumMap<>(Milestone.class);
        for (Milestone milestone : known ? Milestone.values() : new Milestone[] {Milestone.DETECTED}) {
            times.put(milestone, NOW.plusSeconds(60L * times.size()));
        }
        return new Incident(
                new IncidentId(42),
                3,
                new Facts(words, Severity.SEV1, stage, false, known, ann, NOW, false),
                known ? Map.of(Role.IC, ann.id(), Role.COMMS, new UserId("U0BOB")) : Map.of(),
                times,
                known ? new Room(Optional.of(ROOM), "inc-42", VIDEO, false) : new Room(Optional.empty(), "", "", false),
                known
                        ? new Rhythm(
                                Optional.of(new StatusUpdate(words, NOW, ann)),
                                Optional.of(NOW.plusSeconds(900)),
                                Cadence.NONE)
                        : new Rhythm(Optional.empty(), Optional.empty(), Cadence.NONE),
                IntStream.range(0, known ? 30 : 0)
                        .mapToObj(number -> item(words))
                        .toList(),
                conduct(words, known));
    }

    /** Another incident. */
    static Incident numbered(long number) {
        return Declaring.declare(new IncidentId(number), Samples.declaration("Payments fail"), NOW)
                .incident();
    }

    static StepShown step(String words, Optional<Outcome> outcome, boolean stopped) {
        Step step = new Step(
                "look", words, new Action.Check(), words, Optional.of(words), Optional.of(words), Optional.of(words));
        Runbook book = new Runbook("disk-space", "0123456789ab", words, List.of(words), List.of(words), List.of(step));
        Map<String, Result> results = outcome.map(
                        how -> Map.of("look", new Result(how, new Actor(new UserId("U0BOB"), words), NOW)))
                .orElse(Map.of());
        Run run = new Run(
                new IncidentId(42), 1, "disk-space", "0123456789ab", Optional.empty(), results, Map.of(), stopped);
        return new StepShown(incident(words, Stage.IDENTIFIED, true), run, book, step, Outlook.NONE);
    }

    /** A step that the bot can do, and how far it is with it. */
    static StepShown acting(String words, Optional<Attempt.State> state) {
        Step step = new Step(
                "act",
                "Restart {{host}}",
                new Action.Command(List.of("restart", "{{host}}")),
                "",
                Optional.of("{{host}} answers"),
                Optional.of(words),
                Optional.empty(),
                new Care(Optional.empty(), Care.Failure.ASK, Optional.of("Start {{host}} by hand"), Optional.empty()),
                Optional.empty());
        Runbook book = new Runbook("restart", "0123456789ab", words, List.of(), List.of(), List.of(step));
        Actor bob = new Actor(new UserId("U0BOB"), words);
        Map<String, Attempt> attempts = state.map(how ->
                        Map.of("act", new Attempt(1, how, words, bob, NOW, Optional.of("w"), Optional.of(words))))
                .orElse(Map.of());
        Run run = new Run(
                new IncidentId(42),
                1,
                "restart",
                "0123456789ab",
                Optional.empty(),
                Map.of(),
                Map.of(),
                false,
                Setup.NONE,
                new Work(Map.of("act", bob), attempts, Map.of(), Set.of()));
        String shown = words.length() > 2000 ? words.substring(0, 2000) : words;
        Order order = new Order.Program(List.of("restart", shown), Optional.empty(), Optional.of(shown));
        Outlook outlook = new Outlook(Map.of("host", words), Set.of("port"), Optional.of(order), Optional.empty());
        return new StepShown(incident(words, Stage.IDENTIFIED, true), run, book, step, outlook);
    }

    private static Runbook fitting(String words) {
        Step step = new Step(
                "look", words, new Action.Check(), words, Optional.of(words), Optional.of(words), Optional.of(words));
        return new Runbook("disk-space", "0123456789ab", words, List.of(words), List.of(words), List.of(step));
    }

    private static ActionItem item(String words) {
        return new ActionItem(
                1,
                words,
                new UserId("U0BOB"),
                NOW,
                BERLIN,
                ActionItem.Priority.HIGH,
                ActionItem.State.OPEN,
                3,
                Optional.of(new Actor(new UserId("U0ANN"), words)),
                ActionItem.Aim.NONE);
    }

    /** No view looks at a hash. */
    private static Row row(Entry entry) {
        return new Row(1, entry, NOW, new Seal(Optional.of("salt"), "content", "hash", "previous"));
    }

    private static Entry told(Kind kind, String words) {
        return Entry.of(NOW, kind, new Actor(new UserId("U0ANN"), words), words)
                .with("reason", words)
                .asTold();
    }
}
