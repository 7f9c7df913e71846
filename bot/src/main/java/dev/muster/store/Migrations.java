package dev.muster.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** Brings the tables up to date, one numbered file after another, each once and whole. */
final class Migrations {

    private static final List<String> FILES = List.of("V1__muster.sql");

    private Migrations() {}

    static void run(Handle handle) {
        handle.execute("CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY)");
        int present = version(handle);
        if (present > FILES.size()) {
            throw new IllegalStateException(
                    "the database is at version %d, this program knows %d: start a newer program, or restore a backup"
                            .formatted(present, FILES.size()));
        }
        for (int next = present + 1; next <= FILES.size(); next++) {
            handle.createScript(read(FILES.get(next - 1))).executeAsSeparateStatements();
            handle.execute("INSERT INTO migrations (version) VALUES (?)", next);
        }
    }

    private static int version(Handle handle) {
        return handle.createQuery("SELECT COALESCE(MAX(version), 0) FROM migrations")
                .mapTo(int.class)
                .one();
    }

    private static String read(String file) {
        try (InputStream in = Objects.requireNonNull(Migrations.class.getResourceAsStream("/db/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
