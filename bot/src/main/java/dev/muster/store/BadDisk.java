package dev.muster.store;

import dev.muster.desk.Unwritten;
import java.util.Map;
import org.sqlite.SQLiteException;

/** What SQLite says when its file cannot be written, for people. See SQLite, "Result and Error Codes". */
final class BadDisk {

    private static final Map<Integer, String> REASONS = Map.of(
            5, "Another program holds my database.",
            8, "My database may only be read.",
            10, "The disk that my database is on cannot be written.",
            11, "My database is damaged.",
            13, "The disk that my database is on is full.",
            14, "My database cannot be opened.");

    private BadDisk() {}

    /** The trouble in words, if it is the disk's; otherwise itself. Of a transaction that ended so nothing is kept. */
    static RuntimeException told(RuntimeException trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                String reason = REASONS.getOrDefault(primary(sqlite), "");
                return reason.isEmpty() ? trouble : new Unwritten(reason, trouble);
            }
        }
        return trouble;
    }

    /** The low byte of an extended code. */
    private static int primary(SQLiteException trouble) {
        return trouble.getResultCode().code & 0xff;
    }
}
