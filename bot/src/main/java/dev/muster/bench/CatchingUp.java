package dev.muster.bench;

import dev.muster.desk.ActChores;
import dev.muster.desk.AskChores;
import dev.muster.desk.Briefing;
import dev.muster.desk.BringChores;
import dev.muster.desk.CareChores;
import dev.muster.desk.CatchUp;
import dev.muster.desk.Chat;
import dev.muster.desk.Chores;
import dev.muster.desk.House;
import dev.muster.desk.IncidentDesk;
import dev.muster.desk.ItemChores;
import dev.muster.desk.Machine;
import dev.muster.desk.OutsideChores;
import dev.muster.desk.PromiseKeeper;
import dev.muster.desk.Recall;
import dev.muster.desk.RecallChores;
import dev.muster.desk.RoomChores;
import dev.muster.desk.RunDesk;
import dev.muster.desk.StepChores;
import dev.muster.desk.TalkChores;
import dev.muster.incident.Declaring;
import dev.muster.incident.IncidentId;
import dev.muster.secrets.Secrets;
import dev.muster.slack.Directory;
import dev.muster.slack.PageReader;
import dev.muster.slack.Web;
import dev.muster.slack.Workspace;
import dev.muster.store.Database;
import dev.muster.store.JdbiArchive;
import dev.muster.store.JdbiInbox;
import dev.muster.store.JdbiIncidents;
import dev.muster.store.JdbiPosts;
import dev.muster.store.JdbiPromises;
import dev.muster.store.JdbiReadings;
import dev.muster.store.JdbiReviews;
import dev.muster.store.JdbiRuns;
import dev.muster.store.JdbiTimelines;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** How long it takes to read a channel of which nothing was heard. Slack itself would allow about one page a second. */
final class CatchingUp {

    private final Plan plan;
    private final Path folder;
    private final InstantSource clock;
    private final Table table;

    CatchingUp(Plan plan, Path folder, InstantSource clock, Table table) {
        this.plan = plan;
        this.folder = folder;
        this.clock = clock;
        this.table = table;
    }

    void run() throws Exception {
        Scene scene = new Scene(folder, clock);
        ExecutorService hands = Executors.newFixedThreadPool(PromiseKeeper.HANDS);
        History history = new History(plan.history(), clock.instant());
        try (SlackStub slack = new SlackStub();
                Web web = Scene.web(slack.apiUrl(), clock);
                Database database = scene.open()) {
            JdbiIncidents incidents = new JdbiIncidents(database, clock);
            IncidentId id = scene.declare(incidents, Events.CHANNEL);
            IncidentDesk desk = new IncidentDesk(incidents, clock, () -> {});
            House house = scene.settings(slack.apiUrl()).house();
            PromiseKeeper keeper = keeper(web, database, desk, history, house, hands);
            desk.change(id, Declaring::resumed);
            double seconds = read(keeper, new JdbiReadings(database, clock), id);
            table.title("Catching up");
            long rows = new JdbiTimelines(database, clock).head(id).length();
            table.line(
                    "%,d messages, %,d of them in %,d threads"
                            .formatted(plan.history(), history.replies(), history.threads()),
                    "%.1f s".formatted(seconds),
                    "%d requests, %d rows".formatted(history.asked(), rows));
        } finally {
            hands.shutdown();
        }
    }

    private static double read(PromiseKeeper keeper, JdbiReadings readings, IncidentId id) {
        long start = System.nanoTime();
        while (readings.find(id).filter(heard -> !heard.last().isEmpty()).isEmpty()) {
            if (keeper.keepDue() == 0) {
                LockSupport.parkNanos(5_000_000);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private PromiseKeeper keeper(
            Web web, Database database, IncidentDesk desk, Chat chat, House house, Executor hands) {
        JdbiIncidents incidents = new JdbiIncidents(database, clock);
        JdbiTimelines timelines = new JdbiTimelines(database, clock);
        Directory directory = new Directory(web, ZoneOffset.UTC);
        Workspace workspace = new Workspace(web, directory);
        workspace.look();
        PageReader pages = new PageReader(timelines, workspace, directory, Secrets.shipped(List.of()));
        CatchUp reading = new CatchUp(
                new JdbiReadings(database, clock), new JdbiInbox(database, clock), desk, chat, pages, clock);
        RoomChores room = new RoomChores(incidents, desk, chat, house, clock);
        RunDesk runs = new RunDesk(new JdbiRuns(database, clock), List::of, Machine.OFF, clock, () -> {});
        JdbiPosts posts = new JdbiPosts(database);
        TalkChores talk = new TalkChores(desk, timelines, runs, posts, chat, house, clock);
        AskChores ask = new AskChores(new Briefing(timelines, runs), posts, chat, house.handbook());
        BringChores bring = new BringChores(desk, timelines, directory, chat, house);
        OutsideChores outside = new OutsideChores(desk, timelines, runs, posts, chat, house);
        Recall recall = new Recall(new JdbiArchive(database), incidents, timelines, new JdbiReviews(database, clock));
        ItemChores items = new ItemChores(
                incidents,
                new JdbiPromises(database),
                desk,
                posts,
                chat,
                house.handbook().reminders(),
                recall);
        CareChores care = new CareChores(desk, timelines, chat, house.handbook(), clock);
        ActChores act = new ActChores(runs, timelines, posts, chat, Machine.OFF);
        StepChores steps = new StepChores(runs, directory, chat);
        RecallChores similar = new RecallChores(recall, chat);
        Chores chores =
                new Chores(incidents, room, talk, ask, bring, outside, items, care, reading, act, steps, similar);
        return new PromiseKeeper(new JdbiPromises(database), chores, clock, PromiseKeeper.LEASE, hands, () -> {});
    }
}
