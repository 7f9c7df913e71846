package dev.muster.main;

import dev.muster.config.Mistake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Keeps a second bot away from an SQLite file: it would take what the first has in hand. Ends with the process. */
final class Lock implements AutoCloseable {

    private final FileChannel channel;

    private Lock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws Mistake if another bot works on this database */
    static Lock take(Path database) {
        Path file = database.toAbsolutePath().resolveSibling(database.getFileName() + ".lock");
        try {
            Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(file));
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (held(channel).isEmpty()) {
                channel.close();
                throw new Mistake(
                        database.toString(), "another bot works on this database. Stop it first, or use PostgreSQL.");
            }
            return new Lock(channel);
        } catch (IOException e) {
            throw new Mistake(
                    database.toString(),
                    "its folder may not be written to by this user, or cannot be made (%s). Nothing was written. Let the user that runs the bot write there, or set DATABASE_URL."
                            .formatted(e.getClass().getSimpleName()));
        }
    }

    /** Whether a bot works on this database. */
    static boolean isHeld(Path database) {
        try {
            take(database).close();
            return false;
        } catch (Mistake busy) {
            return true;
        }
    }

    private static Optional<FileLock> held(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
