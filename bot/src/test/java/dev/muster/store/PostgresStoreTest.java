package dev.muster.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.desk.Inbox.Letter;
import dev.muster.testing.Databases;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PostgresStoreTest extends StoreContract {

    @Override
    Location emptyDatabase() {
        return new Location(Databases.postgres(), Optional.empty(), Optional.empty());
    }

    /** What the server ends, a restart of it or a broken line, before anything was kept. */
    @Test
    void beginsATransactionAnewWhoseSessionWasEnded() {
        try (Database database = Database.open(emptyDatabase())) {
            AtomicInteger times = new AtomicInteger();

            int kept = database.write(handle -> {
                handle.execute("INSERT INTO once (name, taken_until, done) VALUES ('a', 0, 0)");
                if (times.incrementAndGet() == 1) {
                    handle.execute("SELECT pg_terminate_backend(pg_backend_pid())");
                }
                return handle.createQuery("SELECT COUNT(*) FROM once")
                        .mapTo(int.class)
                        .one();
            });

            assertThat(times).hasValue(2);
            assertThat(kept).isEqualTo(1);
        }
    }

    @Test
    void handsAnEventOutAgainWhenItsTakerIsGone() {
        inbox.keep("Ev1", "{}", NOON).join();
        inbox.take(NOON, LEASE, 10);

        assertThat(inbox.take(NOON.plusSeconds(1), LEASE, 10)).isEmpty();
        assertThat(inbox.take(NOON.plus(LEASE), LEASE, 10))
                .extracting(Letter::attempts)
                .containsExactly(2);
    }
}
