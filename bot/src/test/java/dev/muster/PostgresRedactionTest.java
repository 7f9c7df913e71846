package dev.muster;

import dev.muster.testing.Databases;
import java.nio.file.Path;

class PostgresRedactionTest extends RedactionContract {

    @Override
    String emptyDatabase(Path at) {
        return Databases.postgres();
    }
}
