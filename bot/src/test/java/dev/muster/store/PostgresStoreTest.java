package dev.muster.store;

import dev.muster.testing.Databases;
import java.util.Optional;

class PostgresStoreTest extends StoreContract {

    @Override
    Location emptyDatabase() {
        return new Location(Databases.postgres(), Optional.empty(), Optional.empty());
    }
}
