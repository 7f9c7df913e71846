package dev.muster.main;

import dev.muster.config.Secret;
import dev.muster.config.Settings;
import dev.muster.store.Database;
import dev.muster.store.JdbiArchive;
import dev.muster.store.JdbiInbox;
import dev.muster.store.JdbiIncidents;
import dev.muster.store.JdbiOnce;
import dev.muster.store.JdbiPosts;
import dev.muster.store.JdbiProcesses;
import dev.muster.store.JdbiPromises;
import dev.muster.store.JdbiReadings;
import dev.muster.store.JdbiReviews;
import dev.muster.store.JdbiRuns;
import dev.muster.store.JdbiTimelines;
import dev.muster.store.JdbiTrials;
import dev.muster.store.Location;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Everything that is kept, on one database. */
record Store(
        Database database,
        JdbiIncidents incidents,
        JdbiTimelines timelines,
        JdbiReadings readings,
        JdbiPromises promises,
        JdbiPosts posts,
        JdbiRuns runs,
        JdbiTrials trials,
        JdbiReviews reviews,
        JdbiOnce once,
        JdbiArchive archive,
        JdbiInbox inbox,
        JdbiProcesses processes,
        InstantSource clock)
        implements AutoCloseable {

    /**
     * Opens the database for the bot; what a process that is gone had in hand is free again.
     *
     * @param time what time it is; empty for the time that the database tells all who share it
     */
    static Store open(Settings settings, Optional<InstantSource> time) {
        Database database = Database.open(location(settings));
        InstantSource precise = time.orElseGet(database::clock);
        Store store = on(database, () -> precise.instant().truncatedTo(ChronoUnit.MILLIS));
        if (!store.database.isShared()) {
            store.promises.freeAll();
            store.inbox.freeAll();
        }
        return store;
    }

    /** Opens the database beside a running bot. */
    static Store read(Settings settings, InstantSource clock) {
        return on(Database.open(location(settings)), clock);
    }

    private static Store on(Database database, InstantSource clock) {
        return new Store(
                database,
                new JdbiIncidents(database, clock),
                new JdbiTimelines(database, clock),
                new JdbiReadings(database, clock),
                new JdbiPromises(database),
                new JdbiPosts(database),
                new JdbiRuns(database, clock),
                new JdbiTrials(database, clock),
                new JdbiReviews(database, clock),
                new JdbiOnce(database, clock),
                new JdbiArchive(database),
                new JdbiInbox(database, clock),
                new JdbiProcesses(database),
                clock);
    }

    static Location location(Settings settings) {
        Settings.Database at = settings.database();
        return new Location(at.url(), at.user(), at.password().map(Secret::value));
    }

    @Override
    public void close() {
        database.close();
    }
}
