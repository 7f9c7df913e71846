package dev.muster.bench;

import dev.muster.config.Settings;
import dev.muster.desk.CatchUp;
import dev.muster.desk.Chat;
import dev.muster.desk.Chores;
import dev.muster.desk.Crew;
import dev.muster.desk.Drills;
import dev.muster.desk.Hook;
import dev.muster.desk.House;
import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Machine;
import dev.muster.desk.Outlets;
import dev.muster.desk.PromiseKeeper;
import dev.muster.desk.Recall;
import dev.muster.desk.ReviewDesk;
import dev.muster.desk.RunDesk;
import dev.muster.desk.Scenarios;
import dev.muster.desk.Understudy;
import dev.muster.incident.Declaring;
import dev.muster.incident.IncidentId;
import dev.muster.secrets.Secrets;
import dev.muster.slack.Directory;
import dev.muster.slack.PageReader;
import dev.muster.slack.Web;
import dev.muster.slack.Workspace;
import dev.muster.store.Database;
import dev.muster.store.JdbiIncidents;
import dev.muster.store.JdbiReadings;
import dev.muster.store.JdbiTimelines;
import dev.muster.store.Store;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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
            PromiseKeeper keeper = keeper(web, database, desk, history, scene.settings(slack.apiUrl()), hands);
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
            Web web, Database database, IncidentDesk desk, Chat chat, Settings settings, Executor hands) {
        House house = settings.house();
        Store store = Store.on(database, clock);
        Directory directory = new Directory(web, ZoneOffset.UTC);
        Workspace workspace = new Workspace(web, directory);
        workspace.look();
        PageReader pages = new PageReader(store.timelines(), workspace, directory, Secrets.shipped(List.of()));
        CatchUp reading = new CatchUp(store.readings(), store.inbox(), desk, chat, pages, clock);
        RunDesk runs = new RunDesk(store.runs(), List::of, Machine.OFF, clock, () -> {});
        Recall recall = new Recall(store.archive(), store.incidents(), store.timelines(), store.reviews());
        ReviewDesk reviews = new ReviewDesk(
                store.reviews(), store.timelines(), id -> List.of(), recall, settings.papers(), clock, () -> {});
        Outlets none = new Outlets((incident, meeting) -> "", Hook.NONE, Optional.empty());
        Drills drills =
                new Drills(store.timelines(), id -> List.of(), Scenarios.NONE, store.scores(), house.handbook());
        Chores chores = new Crew(
                        store,
                        desk,
                        runs,
                        recall,
                        chat,
                        directory,
                        Machine.OFF,
                        reviews,
                        none,
                        drills,
                        new Understudy(chat),
                        house,
                        clock)
                .chores(reading);
        return new PromiseKeeper(store.promises(), chores, clock, PromiseKeeper.LEASE, hands, () -> {});
    }
}
