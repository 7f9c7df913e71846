package dev.muster.store;

import dev.muster.testing.Databases;
import java.util.Optional;

class SqliteArchiveTest extends ArchiveContract {

    @Override
    Location emptyDatabase(String name) {
        return new Location(
                Databases.sqlite(folder.resolveSibling(folder.getFileName() + name)),
                Optional.empty(),
                Optional.empty());
    }
}
