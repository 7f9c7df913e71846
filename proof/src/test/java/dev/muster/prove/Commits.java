package dev.muster.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The commits that stand in the log of an SQLite file, counted from outside: the last page of each says how large the
 * database is then. See SQLite, "WAL file format".
 *
 * @param log which log it was; it begins anew when it has grown long
 */
record Commits(int log, long count) {

    private static final int HEADER = 32;
    private static final int FRAME = 24;

    static Commits of(Path file) {
        try {
            return in(ByteBuffer.wrap(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Commits in(ByteBuffer bytes) {
        int page = bytes.getInt(8);
        int salt = bytes.getInt(16);
        long count = 0;
        for (int frame = HEADER; frame + FRAME + page <= bytes.capacity(); frame += FRAME + page) {
            boolean isOfThisLog = bytes.getInt(frame + 8) == salt;
            count += isOfThisLog && bytes.getInt(frame + 4) != 0 ? 1 : 0;
        }
        return new Commits(salt, count);
    }

    /** How many came since; 0 if the log began anew meanwhile. */
    long since(Commits earlier) {
        return log == earlier.log ? count - earlier.count : 0;
    }
}
