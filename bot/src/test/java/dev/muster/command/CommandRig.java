package dev.muster.command;

import dev.muster.config.SettingsFile;
import dev.muster.desk.Briefing;
import dev.muster.desk.Custody;
import dev.muster.desk.Drafter;
import dev.muster.desk.House;
import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Incidents.Which;
import dev.muster.desk.Insights;
import dev.muster.desk.Knowledge;
import dev.muster.desk.Notice;
import dev.muster.desk.Notice.Suggested;
import dev.muster.desk.Notice.Text;
import dev.muster.desk.Papers;
import dev.muster.desk.Part;
import dev.muster.desk.People;
import dev.muster.desk.Person;
import dev.muster.desk.Policy;
import dev.muster.desk.Recall;
import dev.muster.desk.ReviewDesk;
import dev.muster.desk.RunDesk;
import dev.muster.desk.Teams.Team;
import dev.muster.desk.Wording;
import dev.muster.incident.ChannelId;
import dev.muster.incident.ChannelName;
import dev.muster.incident.Declaring;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Samples;
import dev.muster.incident.Stage;
import dev.muster.incident.UserId;
import dev.muster.review.Sheets;
import dev.muster.runbook.Action;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Step;
import dev.muster.secrets.Secrets;
import dev.muster.store.Database;
import dev.muster.store.JdbiArchive;
import dev.muster.store.JdbiIncidents;
import dev.muster.store.JdbiPromises;
import dev.muster.store.JdbiReviews;
import dev.muster.store.JdbiRuns;
import dev.muster.store.JdbiTimelines;
import dev.muster.store.JdbiTrials;
import dev.muster.store.Location;
import dev.muster.testing.Allowing;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command line on a real database, with a clock that the test moves. Nothing is told to Slack. */
final class CommandRig implements AutoCloseable {

    static final Secrets SECRETS = Secrets.shipped(List.of());
    static final ChannelId LOBBY = new ChannelId("C0LOBBY");
    static final Person ANN = new Person(new UserId("U0ANN"), "Ann", ZoneId.of("Europe/Berlin"));
    static final Person BOB = new Person(new UserId("U0BOB"), "Bob", ZoneId.of("America/New_York"));
    static final Person EVE = new Person(new UserId("U0EVE"), "Eve", ZoneId.of("UTC"));

    final JdbiIncidents incidents;
    final JdbiTimelines timelines;
    final RunDesk runs;
    final JdbiRuns kept;
    final CommandLine commands;
    final Custody custody;
    final Map<String, Verb> verbs;
    final ReviewDesk reviews;
    final People people = new Everybody();

    /** How the parts of the bot are. */
    final List<Part> parts = new ArrayList<>();

    /** The user groups that are known. */
    final Map<String, Set<UserId>> groups = new HashMap<>();

    /** The same, by their handles; nothing until Slack has told of them. */
    Optional<List<Team>> teams = Optional.empty();

    private final Database database;
    final IncidentDesk desk;
    private Instant now = Samples.NOW;
    private int said;

    CommandRig(Path folder) {
        database = Database.open(Location.sqlite(folder.resolve("muster.db")));
        incidents = new JdbiIncidents(database, () -> now);
        timelines = new JdbiTimelines(database, () -> now);
        desk = new IncidentDesk(incidents, () -> now, () -> {});
        kept = new JdbiRuns(database, () -> now);
        runs = new RunDesk(kept, () -> List.of(book(), acting()), new Allowing(), () -> now, () -> {});
        House house = new House(
                "incidents",
                new ChannelName("inc-{number}-{date}-{title}"),
                "",
                LocalTime.of(9, 0),
                ZoneId.of("UTC"),
                URI.create("http://localhost:3000/"),
                Samples.HANDBOOK,
                List.of(new Wording("customers", "status", Map.of(Stage.DETECTED, "We look into it: {{text}}"))));
        SearchVerb search = new SearchVerb(
                timelines,
                incidents,
                new Papers(new JdbiArchive(database), incidents, new JdbiReviews(database, () -> now)));
        Recall recall =
                new Recall(new JdbiArchive(database), incidents, timelines, new JdbiReviews(database, () -> now));
        reviews = new ReviewDesk(
                new JdbiReviews(database, () -> now),
                timelines,
                runs::runs,
                recall,
                Sheets.TEMPLATES,
                () -> now,
                () -> {});
        custody = new Custody(incidents, timelines, desk, () -> now);
        List<Verb> all = new ArrayList<>(List.of(
                new DeclareVerb(desk, incidents, house, people, dev.muster.desk.Scenarios.NONE),
                new ListVerb(incidents),
                new StatusVerb(),
                new UpdateVerb(desk, house, people),
                new SnoozeVerb(desk),
                FollowVerb.subscribe(desk, people),
                FollowVerb.unsubscribe(desk, people),
                new StageVerb(desk, Samples.HANDBOOK, people),
                new SevVerb(desk, house, people),
                new RoleVerb(desk, people),
                new HandoverVerb(desk, Samples.HANDBOOK, people),
                new TasksVerb(desk, Samples.HANDBOOK),
                new BriefVerb(new Briefing(timelines, runs)),
                new ImpactVerb(desk, Samples.HANDBOOK, people),
                new CauseVerb(desk),
                new TimeVerb(desk),
                new UndoVerb(desk, timelines, Samples.HANDBOOK, people),
                new ProposeVerb(desk, people),
                RemarkVerb.note(desk, people),
                RemarkVerb.decision(desk, people),
                new LinkVerb(desk, people),
                new InviteVerb(desk, people),
                new ActionVerb(desk, house, people),
                new ActionsVerb(desk, incidents, timelines, () -> teams),
                new RunbookVerb(runs, new Knowledge(kept, new JdbiTrials(database, () -> now)), people),
                new TimelineVerb(timelines, search, (incident, format, to) -> Reply.tell("sent as " + format)),
                search,
                new PostmortemVerb(reviews, (incident, to, name, text) -> Reply.tell("sent " + name)),
                new WriteVerb(reviews, people),
                new MeetVerb(desk, house),
                new SuggestVerb(desk, Optional.of(new Parrot())),
                new WhyVerb(reviews, people),
                new CorrectVerb(custody, people),
                new RedactVerb(custody),
                new HoldVerb(desk, people),
                new ResolveVerb(desk, Samples.HANDBOOK, people),
                new CloseVerb(desk, Samples.HANDBOOK, people),
                new ReopenVerb(desk, house, people),
                new CancelVerb(desk, people),
                new DuplicateVerb(desk, incidents),
                new SimilarVerb(recall),
                new InsightsVerb(new Insights(new JdbiArchive(database), incidents, () -> now)),
                new DoctorVerb(() -> parts, new JdbiPromises(database), incidents)));
        all.addAll(ItemVerb.all(desk, house, people));
        verbs = all.stream().collect(Collectors.toMap(Verb::name, verb -> verb));
        commands = under(SettingsFile.read(Map.of()).policy());
    }

    /** Drafts what it was asked. */
    private record Parrot() implements Drafter {
        @Override
        public String name() {
            return "parrot";
        }

        @Override
        public String draft(String question, String record) {
            return question;
        }
    }

    /** The same verbs under other rules. */
    CommandLine under(Policy.Table table) {
        return new CommandLine(
                List.copyOf(verbs.values()),
                incidents,
                new Policy(table, group -> Optional.ofNullable(groups.get(group)), people),
                SECRETS);
    }

    /** Declares an incident as Ann and opens its channel. */
    Incident declare(String words) {
        tell(ANN, LOBBY, "declare --new " + words);
        IncidentId id = incidents.list(Which.ALL).get(0).id();
        return desk.change(id, (found, at) -> Declaring.opened(found, room(id.number()), "inc", Samples.HANDBOOK, at));
    }

    static ChannelId room(long number) {
        return new ChannelId("C0ROOM" + number);
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Said said(Person by, ChannelId channel, String words) {
        said++;
        return new Said(by, channel, words, "request-" + said, now);
    }

    Reply say(Person by, ChannelId channel, String words) {
        return commands.run(said(by, channel, words));
    }

    /** Says something in the channel of the first incident, and fails unless the answer is a text. */
    String tell(String words) {
        return tell(ANN, room(1), words);
    }

    String tell(Person by, ChannelId channel, String words) {
        return text(say(by, channel, words));
    }

    Form ask(Person by, ChannelId channel, String words) {
        if (say(by, channel, words) instanceof Reply.Ask ask) {
            return ask.form();
        }
        throw new AssertionError("no form for: " + words);
    }

    static String text(Reply reply) {
        if (reply instanceof Reply.Show show && show.notice() instanceof Text text) {
            return text.markup();
        }
        if (reply instanceof Reply.Show show && show.notice() instanceof Suggested suggested) {
            return suggested.markup();
        }
        throw new AssertionError("not a text: " + reply);
    }

    static Notice shown(Reply reply) {
        if (reply instanceof Reply.Show show) {
            return show.notice();
        }
        throw new AssertionError("not shown: " + reply);
    }

    Incident incident() {
        return incidents.get(new IncidentId(1));
    }

    List<Entry> timeline(long number) {
        List<Entry> entries = new ArrayList<>();
        timelines.each(new IncidentId(number), row -> entries.add(row.entry()));
        return entries;
    }

    Entry last() {
        List<Entry> entries = timeline(1);
        return entries.get(entries.size() - 1);
    }

    @Override
    public void close() {
        database.close();
    }

    private static Runbook book() {
        return new Runbook(
                "disk-space",
                "0123456789ab",
                "Disks full",
                List.of(),
                List.of(),
                Stream.of("look", "clean")
                        .map(id -> new Step(
                                id,
                                "Title of " + id,
                                new Action.Manual(),
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                        .toList());
    }

    /** One whose first step the bot can do, and whose second calls the other. */
    private static Runbook acting() {
        return new Runbook(
                "restart",
                "ba9876543210",
                "Restart it",
                List.of(),
                List.of(),
                List.of(
                        step("act", new Action.Command(List.of("restart", "checkout"))),
                        step("call", new Action.Call("disk-space", Map.of()))));
    }

    private static Step step(String id, Action action) {
        return new Step(id, "Title of " + id, action, "", Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The three of them, and strangers by their ids. */
    private static final class Everybody implements People {

        @Override
        public Person get(UserId id) {
            return Stream.of(ANN, BOB, EVE)
                    .filter(person -> person.id().equals(id))
                    .findFirst()
                    .orElseGet(() -> new Person(id, id.value(), ZoneId.of("UTC")));
        }

        @Override
        public Optional<Person> findByHandle(String handle) {
            return Stream.of(ANN, BOB, EVE)
                    .filter(person -> person.name().equalsIgnoreCase(handle))
                    .findFirst();
        }
    }
}
