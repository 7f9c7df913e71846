package dev.muster.main;

import dev.muster.config.Mistake;
import dev.muster.config.Secret;
import dev.muster.config.Settings;
import dev.muster.store.Database;
import dev.muster.store.Location;
import dev.muster.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The database that the settings name. */
final class Stores {

    private Stores() {}

    /**
     * Opens the database for the bot; what a process that is gone had in hand is free again.
     *
     * @param time what time it is; empty for the time that the database tells all who share it
     */
    static Store open(Settings settings, Optional<InstantSource> time) {
        location(settings).file().ifPresent(Stores::requireWritable);
        Database database = Database.open(location(settings));
        InstantSource precise = time.orElseGet(database::clock);
        Store store = Store.on(database, () -> precise.instant().truncatedTo(ChronoUnit.MILLIS));
        if (!database.isShared()) {
            store.promises().freeAll();
            store.inbox().freeAll();
        }
        return store;
    }

    /** SQLite opens what it may only read, too, and finds that out when it is too late to say so. */
    private static void requireWritable(Path file) {
        if (Files.isRegularFile(file) && !Files.isWritable(file)) {
            throw new Mistake(
                    file.toString(),
                    "may not be written to by this user. Nothing was written. Let the user that runs the bot write the file and its folder, or set DATABASE_URL.");
        }
    }

    /** Opens the database beside a running bot. */
    static Store read(Settings settings, InstantSource clock) {
        return Store.on(Database.open(location(settings)), clock);
    }

    static Location location(Settings settings) {
        Settings.Database at = settings.database();
        return new Location(at.url(), at.user(), at.password().map(Secret::value));
    }
}
