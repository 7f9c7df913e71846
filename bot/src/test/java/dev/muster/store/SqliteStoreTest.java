package dev.muster.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.testing.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("version 999")
                .hasMessageContaining("Start the newer program");
    }

    @Test
    void leavesADamagedFileAsItIs() throws IOException {
        database.close();
        Path file = location.file().orElseThrow();
        byte[] bytes = Files.readAllBytes(file);
        byte[] cut = Arrays.copyOf(bytes, bytes.length / 2);
        Files.write(file, cut);

        assertThatThrownBy(() -> Database.open(location))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("is damaged")
                .hasMessageContaining("Nothing in it was changed");
        assertThat(file).hasBinaryContent(cut);
    }

    private String pragma(String name) {
        return database.read(handle ->
                handle.createQuery("PRAGMA " + name).mapTo(String.class).one());
    }
}
