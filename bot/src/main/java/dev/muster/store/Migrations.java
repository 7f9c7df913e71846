package dev.muster.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Brings the tables up to date, one numbered file after another, each once and whole. */
final class Migrations {

    /** What a version consists of: files of SQL, one of them in the database's own dialect, and what SQL cannot do. */
    private record Step(List<String> files, Consumer<Handle> rest) {}

    private static final List<Step> STEPS = List.of(
            new Step(List.of("V1__muster.sql"), handle -> {}),
            new Step(List.of("V2__evidence.%s.sql", "V2__evidence.sql"), Rechained::all),
            new Step(List.of("V3__conduct.%s.sql"), Conducted::all),
            new Step(List.of(), Followed::all),
            new Step(List.of("V5__processes.sql"), handle -> {}),
            new Step(List.of("V6__trials.sql"), Worked::all),
            new Step(List.of("V7__reviews.sql"), handle -> {}),
            new Step(List.of("V8__once.sql"), handle -> {}),
            new Step(List.of(), Measured::all),
            new Step(List.of("V10__marks.%s.sql", "V10__archive.sql"), Counted::all),
            new Step(List.of("V11__scores.sql"), handle -> {}));

    /** Tables of a program that is newer than this one, in words. */
    static final class TooNew extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooNew(String words) {
            super(words);
        }
    }

    private Migrations() {}

    static void run(Handle handle, String dialect) {
        handle.execute("CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY)");
        int present = version(handle);
        if (present > STEPS.size()) {
            throw new TooNew(
                    "was used by a newer program: its tables are at version %d, this program knows %d. Nothing was changed. Start the newer program, or restore a backup."
                            .formatted(present, STEPS.size()));
        }
        for (int next = present + 1; next <= STEPS.size(); next++) {
            take(handle, STEPS.get(next - 1), dialect);
            handle.execute("INSERT INTO migrations (version) VALUES (?)", next);
        }
    }

    private static void take(Handle handle, Step step, String dialect) {
        for (String file : step.files()) {
            handle.createScript(read(file.formatted(dialect))).executeAsSeparateStatements();
        }
        step.rest().accept(handle);
    }

    static int version(Handle handle) {
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
