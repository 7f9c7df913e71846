package dev.muster.main;

import dev.muster.config.Mistake;
import dev.muster.store.Store;
import dev.muster.store.Transfer;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes everything that is kept into a folder, for another database. */
@Command(
        name = "export",
        description = {
            "Writes everything that is kept into a folder, to be imported into another database.",
            "Stop the bot first: what it does afterwards is not in the export."
        },
        mixinStandardHelpOptions = true)
final class MoveOutCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "A folder that is empty, or not there yet")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException {
        make(folder);
        try (Store store = Terminal.store()) {
            warnOfOthers(store);
            long rows = Transfer.out(store.database(), folder);
            System.out.printf("%d rows are in %s. Next: DATABASE_URL=… muster import %s%n", rows, folder, folder);
        }
        return 0;
    }

    /** Everything that anybody said is in it: nobody else may look. */
    private static void make(Path folder) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        if (!Files.exists(folder) && posix) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new Mistake(folder.toString(), "is not empty. Nothing was written. Name an empty folder.");
            }
        }
    }

    private static void warnOfOthers(Store store) {
        boolean busy =
                Stores.location(Terminal.settings()).file().filter(Lock::isHeld).isPresent()
                        || Presence.isAnybodyOn(store);
        if (busy) {
            System.err.println(
                    "muster: a bot works on this database; what it does from now on is not in the export. Stop it, and export again.");
        }
    }
}
