package dev.muster.testing;

import dev.muster.config.Settings;
import dev.muster.config.SettingsFile;
import dev.muster.desk.Drills;
import dev.muster.desk.Scenarios;
import dev.muster.incident.IncidentId;
import dev.muster.main.Bot;
import dev.muster.rehearse.Rehearsal;
import dev.muster.rehearse.Rehearsal.Played;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.file.ScenarioFile;
import dev.muster.scenario.score.Score;
import dev.muster.store.Database;
import dev.muster.store.Location;
import dev.muster.store.Store;
import dev.muster.timeline.Row;
import dev.muster.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A rehearsal in which time passes only when the test says so, in small steps, each of them worked off before the next. */
public final class Stageplay implements AutoCloseable {

    private static final Duration STEP = Duration.ofSeconds(10);
    /** How often the bot looks at the clock, which it takes for a fast one. */
    private static final double SPEED = 300;

    private static final IncidentId FIRST = new IncidentId(1);

    public final Rehearsal rehearsal;
    public final Settings settings;

    private final StillClock clock = new StillClock(Instant.parse("2026-11-20T03:15:00Z"));
    private final Scenarios scenarios;
    private final Bot bot;
    private final Store store;
    private final Books books;

    public Stageplay(Path folder, Played played, Map<String, String> more) {
        scenarios = () -> List.of(played.scenario());
        rehearsal = new Rehearsal(0, clock, SPEED, Optional.of(played));
        String database = Databases.sqlite(folder);
        Map<String, String> environment = new HashMap<>(BotRig.environment(rehearsal.workspace(), database, more));
        settings = SettingsFile.read(rehearsal.environment(environment, database));
        bot = new Bot(settings, clock, SPEED, rehearsal.company(scenarios));
        store = Store.on(Database.open(new Location(database, Optional.empty(), Optional.empty())), clock);
        books = new Books(settings);
        try {
            rehearsal.connect(bot.start());
        } catch (Exception e) {
            throw new IllegalStateException("the bot did not start", e);
        }
        rehearsal.open();
    }

    /** One of those that are shipped. */
    public static Scenario shipped(String id) {
        return ScenarioFile.read(Path.of("../config/scenarios/" + id + ".yaml"))
                .scenario()
                .orElseThrow();
    }

    public Workspace workspace() {
        return rehearsal.workspace();
    }

    /** Types a command, and fails if a person would have seen an error. */
    public Stageplay say(String handle, String channel, String words) {
        if (!workspace().as(handle).slash(channel, "/incident " + words).ok()) {
            throw new AssertionError(words);
        }
        return settled();
    }

    /** The channel of the first incident, once it is open. */
    public String room() {
        BotRig.await("a channel", () -> store.incidents()
                .find(FIRST)
                .flatMap(one -> one.room().open())
                .isPresent());
        return store.incidents().get(FIRST).room().name();
    }

    public Stageplay pass(Duration time) {
        for (Duration left = time; !left.isZero(); left = left.minus(STEP)) {
            clock.pass(STEP);
            rehearsal.look();
            settled();
        }
        return this;
    }

    /** Everything that was due by now is done. */
    private Stageplay settled() {
        BotRig.await("peace", () -> !books.isBusy(clock.instant()));
        return this;
    }

    public Score score() {
        return new Drills(
                        store.timelines(),
                        store.runs()::list,
                        rehearsal.company(scenarios).scenarios(),
                        store.scores(),
                        settings.house().handbook())
                .score(store.incidents().get(FIRST));
    }

    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        store.timelines().each(FIRST, rows::add);
        return rows;
    }

    @Override
    public void close() throws Exception {
        bot.close();
        books.close();
        store.close();
        rehearsal.close();
    }
}
