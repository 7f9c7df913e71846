package dev.muster.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.desk.Inbox.Letter;
import dev.muster.testing.Databases;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostgresStoreTest extends StoreContract {

    @Override
    Location emptyDatabase() {
        return new Location(Databases.postgres(), Optional.empty(), Optional.empty());
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
