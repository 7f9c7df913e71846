package dev.muster;

import dev.muster.testing.Databases;

class PostgresWalkTest extends WalkContract {

    @Override
    String emptyDatabase() {
        return Databases.postgres();
    }
}
