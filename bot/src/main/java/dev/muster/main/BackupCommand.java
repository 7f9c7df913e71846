package dev.muster.main;

import dev.muster.config.Mistake;
import dev.muster.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Copies a running SQLite database. */
@Command(
        name = "backup",
        description = "Writes a consistent copy of the SQLite database, while the bot goes on.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A file that is not there yet")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        if (Files.exists(file)) {
            throw new Mistake(file.toString(), "is there already. Nothing was written. Name another file.");
        }
        try (Store store = Terminal.store()) {
            store.database().copyTo(file.toAbsolutePath());
        } catch (UnsupportedOperationException server) {
            throw new Mistake("DATABASE_URL", "names a PostgreSQL server. Back it up by pg_dump.");
        }
        System.out.printf(
                "%s holds everything that was committed. To use it: DATABASE_URL=jdbc:sqlite:%s%n", file, file);
        return 0;
    }
}
