package dev.muster;

import dev.muster.testing.Databases;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteWalkTest extends WalkContract {

    @TempDir
    Path folder;

    @Override
    String emptyDatabase() {
        return Databases.sqlite(folder);
    }
}
