package dev.muster;

import dev.muster.testing.Databases;
import java.nio.file.Path;

class SqliteRedactionTest extends RedactionContract {

    @Override
    String emptyDatabase(Path at) {
        return Databases.sqlite(at);
    }
}
