package dev.muster.store;

import java.nio.file.Path;
import java.util.Optional;

/** Where the database is: {@code jdbc:sqlite:PATH} or {@code jdbc:postgresql://…}. */
public record Location(String url, Optional<String> user, Optional<String> password) {

    private static final String SQLITE = "jdbc:sqlite:";

    public Location {
        if (!url.startsWith(SQLITE) && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "database url: " + url.replaceAll("\\?.*", "") + " (expected: jdbc:sqlite:… or jdbc:postgresql:…)");
        }
    }

    public static Location sqlite(Path file) {
        return new Location(SQLITE + file, Optional.empty(), Optional.empty());
    }

    boolean isSqlite() {
        return url.startsWith(SQLITE);
    }

    /** The file of an SQLite database; empty for a server. */
    public Optional<Path> file() {
        return Optional.of(url)
                .filter(any -> isSqlite())
                .map(sqlite -> Path.of(sqlite.substring(SQLITE.length()).replaceAll("\\?.*", "")));
    }

    /** Says where, and never who. */
    @Override
    public String toString() {
        return url.replaceAll("\\?.*", "");
    }
}
