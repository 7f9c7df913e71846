package dev.muster.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.testing.Databases;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {

    @TempDir
    Path folder;

    @Override
    Location emptyDatabase() {
        return new Location(Databases.sqlite(folder), Optional.empty(), Optional.empty());
    }

    @Test
    void isOpenedSoThatACommitSurvivesAPowerCut() {
        assertThat(pragma("journal_mode")).isEqualTo("wal");
        assertThat(pragma("synchronous")).isEqualTo("2");
        assertThat(pragma("foreign_keys")).isEqualTo("1");
        assertThat(pragma("busy_timeout")).isEqualTo("10000");
    }

    @Test
    void refusesToRunOnADatabaseThatIsNewerThanTheProgram() {
        database.write(handle -> handle.execute("INSERT INTO migrations (version) VALUES (999)"));
        database.close();

        assertThatThrownBy(() -> Database.open(location))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 999")
                .hasMessageContaining("start a newer program");
    }

    private String pragma(String name) {
        return database.read(handle ->
                handle.createQuery("PRAGMA " + name).mapTo(String.class).one());
    }
}
