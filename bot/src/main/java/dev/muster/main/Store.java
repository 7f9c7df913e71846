package dev.muster.main;

import dev.muster.config.Secret;
import dev.muster.config.Settings;
import dev.muster.store.Database;
import dev.muster.store.JdbiInbox;
import dev.muster.store.JdbiIncidents;
import dev.muster.store.JdbiPosts;
import dev.muster.store.JdbiPromises;
import dev.muster.store.JdbiReadings;
import dev.muster.store.JdbiRuns;
import dev.muster.store.JdbiTimelines;
import dev.muster.store.JdbiTrials;
import dev.muster.store.Location;
import java.time.InstantSource;

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
        JdbiInbox inbox)
        implements AutoCloseable {

    /** Opens the database for the bot; what a process that is gone had in hand is free again. */
    static Store open(Settings settings, InstantSource clock) {
        Store store = read(settings, clock);
        if (!store.database.isShared()) {
            store.promises.freeAll();
            store.inbox.freeAll();
        }
        return store;
    }

    /** Opens the database beside a running bot. */
    static Store read(Settings settings, InstantSource clock) {
        Database database = Database.open(location(settings));
        return new Store(
                database,
                new JdbiIncidents(database, clock),
                new JdbiTimelines(database, clock),
                new JdbiReadings(database, clock),
                new JdbiPromises(database),
                new JdbiPosts(database),
                new JdbiRuns(database, clock),
                new JdbiTrials(database, clock),
                new JdbiInbox(database, clock));
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
