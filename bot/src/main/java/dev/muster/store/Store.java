package dev.muster.store;

import dev.muster.desk.Kept;
import java.time.InstantSource;

/** Everything that is kept, on one database. Safe for many threads. */
public record Store(
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
        JdbiScores scores,
        JdbiArchive archive,
        JdbiInbox inbox,
        JdbiProcesses processes,
        InstantSource clock)
        implements Kept, AutoCloseable {

    /** On an open database, which is closed with it. */
    public static Store on(Database database, InstantSource clock) {
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
                new JdbiScores(database),
                new JdbiArchive(database),
                new JdbiInbox(database, clock),
                new JdbiProcesses(database),
                clock);
    }

    @Override
    public void close() {
        database.close();
    }
}
