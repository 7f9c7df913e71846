package dev.muster.bench;

import dev.muster.desk.IncidentDesk;
import dev.muster.slack.Answers;
import dev.muster.slack.ChannelNews;
import dev.muster.slack.Directory;
import dev.muster.slack.EventWorker;
import dev.muster.slack.Gestures;
import dev.muster.slack.ResponseUrls;
import dev.muster.slack.Web;
import dev.muster.slack.Workspace;
import dev.muster.store.Database;
import dev.muster.store.JdbiInbox;
import dev.muster.store.JdbiIncidents;
import dev.muster.store.JdbiPosts;
import dev.muster.store.JdbiPromises;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** Rows a second from events that wait to rows that can be found, and how much room they take. */
final class Reducing {

    private final Plan plan;
    private final Path folder;
    private final InstantSource clock;
    private final Table table;
    private final Events events = new Events(0);

    Reducing(Plan plan, Path folder, InstantSource clock, Table table) {
        this.plan = plan;
        this.folder = folder;
        this.clock = clock;
        this.table = table;
    }

    void run() throws Exception {
        Scene scene = new Scene(folder, clock);
        scene.declare();
        table.title("The reducer: event, line, hash, durable row, search index");
        try (SlackStub slack = new SlackStub();
                Web web = Scene.web(slack.apiUrl(), clock);
                Database database = scene.open()) {
            JdbiInbox inbox = new JdbiInbox(database, clock);
            EventWorker worker = worker(web, slack.apiUrl(), database, inbox);
            double[] rates = new double[4];
            Duration cpu = Cpu.used();
            for (int round = 0; round < rates.length; round++) {
                rates[round] = round(database, inbox, worker);
            }
            table.line(
                    "rows, in rounds of " + plan.events() / rates.length,
                    Table.perSecond(Latencies.median(rates[1], rates[2], rates[3])),
                    "the first, not warm: " + Table.perSecond(rates[0]));
            table.line("processor time for a row", Cpu.perPiece(cpu, plan.events()), "making the events included");
            size(scene, database, inbox);
        }
    }

    private double round(Database database, JdbiInbox inbox, EventWorker worker) {
        int count = plan.events() / 4;
        fill(database, count);
        long start = System.nanoTime();
        while (worker.work() > 0) {
            // Until nothing waits.
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (inbox.depth().waiting() > 0) {
            throw new IllegalStateException("some events were not worked in: " + inbox.depth());
        }
        return count / seconds;
    }

    private void fill(Database database, int count) {
        long now = clock.millis();
        for (int done = 0; done < count; done += 1_000) {
            int most = Math.min(1_000, count - done);
            database.write(handle -> {
                for (int index = 0; index < most; index++) {
                    keep(handle, now);
                }
                return most;
            });
        }
    }

    private void keep(Handle handle, long now) {
        String body = new String(events.next(), StandardCharsets.UTF_8);
        handle.execute(
                "INSERT INTO inbox (event_id, received_at, body, not_before) VALUES (?, ?, ?, ?)",
                events.id(),
                now,
                body,
                now);
    }

    private EventWorker worker(Web web, String apiUrl, Database database, JdbiInbox inbox) {
        JdbiIncidents incidents = new JdbiIncidents(database, clock);
        IncidentDesk desk = new IncidentDesk(incidents, clock, () -> {});
        Directory directory = new Directory(web, ZoneOffset.UTC);
        Workspace workspace = new Workspace(web, directory);
        workspace.look();
        Gestures gestures = new Gestures(new JdbiPosts(database), (by, in, words, origin) -> {}, user -> {});
        Answers answers = new Answers(web, new ResponseUrls(apiUrl), Runnable::run);
        ChannelNews news = new ChannelNews(incidents, desk, new JdbiPromises(database), directory, workspace, clock);
        return new EventWorker(inbox, incidents, news, directory, workspace, gestures, answers, web, clock);
    }

    private void size(Scene scene, Database database, JdbiInbox inbox) throws IOException {
        database.forget();
        long whole = Files.size(scene.file());
        inbox.forget(clock.instant().plus(Duration.ofDays(1)), clock.instant().minus(Duration.ofDays(1)));
        database.read(handle -> handle.execute("VACUUM"));
        database.forget();
        table.line("database for 100,000 messages", size(whole), "row, index, and the event as Slack sent it");
        table.line("the same, events forgotten", size(Files.size(scene.file())), "row, index, and that it was");
    }

    private String size(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", Math.round(bytes * (100_000.0 / plan.events()) / 1e6));
    }
}
