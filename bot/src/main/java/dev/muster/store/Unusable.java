package dev.muster.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;

/** A database that cannot be used as it is: which, why, that nothing was written, and what to do. */
public final class Unusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unusable(Location where, String what) {
        super(where + ": " + what);
    }

    private Unusable(Location where, String what, Throwable cause) {
        super(where + ": " + what, cause);
    }

    /** What it means that it did not open. */
    static Unusable because(Location where, RuntimeException failure) {
        if (failure instanceof Unusable known) {
            return known;
        }
        return failure instanceof Migrations.TooNew newer
                ? new Unusable(where, String.valueOf(newer.getMessage()), newer)
                : new Unusable(
                        where, where.file().map(file -> file(file, failure)).orElseGet(() -> server(failure)), failure);
    }

    private static String file(Path file, Throwable failure) {
        String said = root(failure);
        if (Files.isDirectory(file)) {
            return "is a folder. Name a file in it.";
        }
        if (said.contains("NOTADB")) {
            return "is no SQLite database. Nothing in it was changed. Name another file, or restore a backup.";
        }
        if (said.contains("CORRUPT")) {
            return damaged(said);
        }
        return said.contains("READONLY") || said.contains("CANTOPEN") || said.contains("PERM")
                ? "may not be written to by this user. Nothing was written. Let the user that runs the bot write the file and its "
                        + "folder, or set DATABASE_URL."
                : "cannot be used (" + said + "). See that the file is whole and nobody else works on it.";
    }

    static String damaged(String how) {
        return "is damaged (" + how + "). Nothing in it was changed. Keep the file, and restore a backup, which "
                + "`muster timeline verify` can look through.";
    }

    private static String server(Throwable failure) {
        String state = state(failure);
        if (state.startsWith("28")) {
            return "the server does not let us in. Nothing was changed. See that DATABASE_USER and DATABASE_PASSWORD are right.";
        }
        if (state.equals("3D000")) {
            return "the server has no database of that name. Nothing was changed. Make it (createdb), or name another.";
        }
        return state.startsWith("08")
                ? "the server does not answer (" + root(failure)
                        + "). Nothing was changed. See that it runs and that this machine reaches it."
                : "cannot be used (" + root(failure) + "). Nothing was changed.";
    }

    private static String state(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    /** What is at the bottom of it, in one line. */
    private static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return (root.getClass().getSimpleName().replaceAll("Exception$", "").toLowerCase(Locale.ROOT) + ": "
                        + root.getMessage())
                .replaceAll("\\s+", " ")
                .strip();
    }
}
