package dev.muster.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.desk.Unwritten;
import java.nio.file.Path;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people are told when the file of the database cannot be written; a mistake of ours is none of the disk's. */
class BadDiskTest {

    @TempDir
    Path folder;

    @Test
    void saysThatTheDiskIsFullAndGoesOnWhenItIsNot() {
        try (Database database = Database.open(Location.sqlite(folder.resolve("muster.db")))) {
            database.write(handle -> handle.execute("CREATE TABLE big (text TEXT)"));
            int pages = database.write(handle ->
                    handle.createQuery("PRAGMA page_count").mapTo(Integer.class).one());
            limit(database, pages);

            assertThatExceptionOfType(Unwritten.class)
                    .isThrownBy(() -> fill(database))
                    .withMessage("The disk that my database is on is full.");

            limit(database, 1_000_000);
            assertThat(fill(database)).isEqualTo(1);
        }
    }

    @Test
    void leavesAMistakeAMistake() {
        try (Database database = Database.open(Location.sqlite(folder.resolve("muster.db")))) {
            assertThatExceptionOfType(JdbiException.class)
                    .isThrownBy(() -> database.write(handle -> handle.execute("INSERT INTO nowhere VALUES (1)")));
        }
    }

    /** SQLite says the same when a file may have no more pages as when a disk has none. */
    private static void limit(Database database, int pages) {
        database.write(handle -> handle.createQuery("PRAGMA max_page_count = " + pages)
                .mapTo(Integer.class)
                .one());
    }

    private static int fill(Database database) {
        return database.write(handle -> handle.execute("INSERT INTO big VALUES (?)", "x".repeat(100_000)));
    }
}
