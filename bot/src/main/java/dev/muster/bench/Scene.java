package dev.muster.bench;

import dev.muster.config.Settings;
import dev.muster.config.SettingsFile;
import dev.muster.incident.Actor;
import dev.muster.incident.Change;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Declaration;
import dev.muster.incident.Declaring;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Severity;
import dev.muster.incident.UserId;
import dev.muster.slack.Allowance;
import dev.muster.slack.Skew;
import dev.muster.slack.Web;
import dev.muster.store.Database;
import dev.muster.store.JdbiIncidents;
import dev.muster.store.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Where it is measured: a database in a folder of its own, with incidents whose channels are open. */
final class Scene {

    private final Path file;
    private final InstantSource clock;

    Scene(Path folder, InstantSource clock) throws IOException {
        this.file = Files.createDirectories(folder).resolve("bench.db");
        this.clock = clock;
    }

    Path file() {
        return file;
    }

    Database open() {
        return Database.open(Location.sqlite(file));
    }

    String url() {
        return "jdbc:sqlite:" + file;
    }

    /** What a bot on this database is told. */
    Settings settings(String apiUrl) {
        return SettingsFile.read(Map.of(
                "SLACK_API_URL",
                apiUrl,
                "SLACK_BOT_TOKEN",
                "xoxb-bench",
                "SLACK_SIGNING_SECRET",
                Requests.SECRET,
                "DATABASE_URL",
                url(),
                "HOST",
                "127.0.0.1",
                "PORT",
                "0"));
    }

    /** Declares the incident whose channel the events are about. */
    void declare() {
        try (Database database = open()) {
            declare(new JdbiIncidents(database, clock), Events.CHANNEL);
        }
    }

    /** An incident with a channel, and nothing promised. */
    IncidentId declare(JdbiIncidents incidents, String channel) {
        Declaration said = new Declaration(
                "The checkout is slow",
                Severity.parse("sev2"),
                new Actor(new UserId("U0BENCH0"), "Person 0"),
                Map.of(),
                Optional.empty(),
                false,
                false,
                channel,
                "");
        IncidentId id = incidents
                .declare(
                        channel,
                        next -> Change.to(
                                Declaring.declare(next, said, clock.instant()).incident()))
                .id();
        incidents.change(
                id, Optional.empty(), found -> Declaring.moved(found, new ChannelId(channel), clock.instant()));
        return id;
    }

    /** A client that holds itself back from nothing. */
    static Web web(String apiUrl, InstantSource clock) {
        return new Web(apiUrl, "xoxb-bench", new Allowance(clock, 1000), new Skew(clock));
    }
}
