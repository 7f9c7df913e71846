package dev.muster.main;

import dev.muster.config.Mistake;
import dev.muster.config.Settings;
import dev.muster.store.Store;
import dev.muster.store.Transfer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Fills an empty database with everything that another one kept. */
@Command(
        name = "import",
        description = {
            "Fills an empty database (DATABASE_URL) with everything that another one kept, and checks each row.",
            "Afterwards start the bot with this database, and never again with the old one."
        },
        mixinStandardHelpOptions = true)
final class MoveInCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The folder that `muster export` wrote")
    private Path folder = Path.of("");

    @Override
    public Integer call() {
        Settings settings = Terminal.settings();
        Optional<Lock> lock = Stores.location(settings).file().map(Lock::take);
        try (Store store = Stores.read(settings, InstantSource.system())) {
            if (Presence.isAnybodyOn(store)) {
                throw new Mistake(settings.database().url(), "a bot works on this database. Stop it first.");
            }
            long rows = Transfer.in(store.database(), folder);
            store.promises().freeAll();
            store.inbox().freeAll();
            System.out.printf(
                    "%d rows are in %s, each as it was exported.%n",
                    rows, settings.database().url());
        } catch (IllegalArgumentException e) {
            throw new Mistake(folder.toString(), String.valueOf(e.getMessage()));
        } finally {
            lock.ifPresent(Lock::close);
        }
        return 0;
    }
}
