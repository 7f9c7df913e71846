package dev.muster.main;

import dev.muster.config.Mistake;
import dev.muster.config.Settings;
import dev.muster.config.SettingsFile;
import dev.muster.desk.Promises.Backlog;
import dev.muster.secrets.Secrets;
import dev.muster.store.Location;
import dev.muster.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at everything that the bot needs, from outside: beside one that runs, or before the first start. */
final class Checkup {

    private static final long MIB = 1024L * 1024;

    private final Map<String, String> environment;
    private final InstantSource clock;

    Checkup(Map<String, String> environment, InstantSource clock) {
        this.environment = environment;
        this.clock = clock;
    }

    /** One line for each part; without settings nothing else can be looked at. */
    List<Check> all() throws Exception {
        try {
            return all(SettingsFile.read(environment));
        } catch (Mistake mistake) {
            return List.of(new Check(
                    "settings",
                    String.valueOf(mistake.getMessage()),
                    "mend it, and look again: the rest depends on it"));
        }
    }

    private List<Check> all(Settings settings) throws Exception {
        List<Check> checks = new ArrayList<>(List.of(Check.well("settings", "read, without a mistake")));
        checks.addAll(database(settings));
        checks.add(disk(Stores.location(settings)));
        checks.add(sandbox(settings));
        checks.addAll(new SlackCheckup(settings, clock).all());
        return checks;
    }

    private List<Check> database(Settings settings) {
        Location location = Stores.location(settings);
        Optional<Path> missing = location.file().filter(file -> !Files.exists(file));
        if (missing.isPresent()) {
            return List.of(Check.well(
                    "database", "there is none yet at %s; `muster serve` makes it".formatted(missing.get())));
        }
        try (Store store = Stores.read(settings, clock)) {
            return List.of(
                    Check.well(
                            "database",
                            "%s, incidents: %d"
                                    .formatted(location, store.archive().count())),
                    running(store),
                    work(store));
        } catch (RuntimeException e) {
            return List.of(
                    new Check(
                            "database",
                            "%s cannot be used (%s)".formatted(location, why(e)),
                            "see that it is there, and that DATABASE_URL, DATABASE_USER and DATABASE_PASSWORD let the bot read and write it"));
        }
    }

    private static String why(Throwable trouble) {
        Throwable root = trouble;
        for (Throwable cause = trouble.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    private static Check running(Store store) {
        List<String> names = Presence.names(store);
        return Check.well("bot", names.isEmpty() ? "none is running on this database" : String.join("; ", names));
    }

    private Check work(Store store) {
        Instant late = clock.instant().minus(Vitals.LATE);
        Backlog backlog = store.promises().backlog(late);
        long waiting = store.inbox()
                .depth()
                .oldest()
                .filter(at -> at.isBefore(late))
                .map(at -> store.inbox().depth().waiting())
                .orElse(0L);
        if (backlog.overdue() + waiting > 0) {
            return new Check(
                    "work",
                    "for more than five minutes %d promises are due and %d events wait"
                            .formatted(backlog.overdue(), waiting),
                    "start the bot with `muster serve`; if it runs, its log says what keeps it");
        }
        return backlog.givenUp() == 0
                ? Check.well("work", "nothing is late, and nothing was given up")
                : new Check(
                        "work",
                        "given up: " + backlog.givenUp(),
                        "`/incident doctor` in Slack says what and why, and `/incident doctor retry` tries it again");
    }

    /** Where the database is a server, its disk is not ours to watch. */
    private static Check disk(Location location) {
        Optional<Path> folder = location.file().map(Checkup::nearest);
        if (folder.isEmpty()) {
            return Check.well("disk", "is the database server's to watch");
        }
        long free = folder.get().toFile().getUsableSpace();
        String how = "%,d MiB are free in %s".formatted(free / MIB, folder.get());
        if (!Files.isWritable(folder.get())) {
            return new Check(
                    "disk",
                    folder.get() + " cannot be written to",
                    "let the user that runs the bot write there, or set DATABASE_URL");
        }
        return free >= Vitals.LITTLE_DISK
                ? Check.well("disk", how)
                : new Check(
                        "disk",
                        how,
                        "make room: at 50 MiB the bot is not ready any more, and nothing that is said may be lost");
    }

    /** The folder that the file is in, or will be. */
    private static Path nearest(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        while (folder != null && !Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        return folder == null ? Path.of("/") : folder;
    }

    private static Check sandbox(Settings settings) {
        String trouble = new Machinery(settings.execution(), Secrets.shipped(settings.secrets())).trouble();
        if (trouble.isEmpty()) {
            String how = settings.execution().enabled() ? "is there" : "is not needed: `execution` is off";
            return Check.well("sandbox", how);
        }
        return new Check("sandbox", trouble, "install what is missing, or set execution.enabled to false");
    }
}
