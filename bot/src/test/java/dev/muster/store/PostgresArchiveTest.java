package dev.muster.store;

import dev.muster.testing.Databases;
import java.util.Optional;

class PostgresArchiveTest extends ArchiveContract {

    @Override
    Location emptyDatabase(String name) {
        return new Location(Databases.postgres(), Optional.empty(), Optional.empty());
    }
}
