package dev.muster.timeline;

import dev.muster.incident.Entry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The hash chain: each row carries the SHA-256 of itself and of the row before, so that a row cannot be changed, taken
 * out, put in or moved without showing.
 *
 * @param length how many rows there are
 * @param head the hash of the last one
 */
public record Chain(long length, String head) {

    public static final Chain EMPTY = new Chain(0, "0".repeat(64));

    /** The row that comes next. */
    public Row append(Entry entry, Instant recordedAt) {
        String textHash = sha256(entry.text());
        return new Row(length + 1, entry, recordedAt, textHash, hash(length + 1, entry, recordedAt, textHash), head);
    }

    /** The chain with this row at its end. */
    public Chain after(Row row) {
        return new Chain(row.seq(), row.hash());
    }

    /** Whether the row is the very one that was appended here. */
    public boolean continuesWith(Row row) {
        return row.seq() == length + 1
                && row.previous().equals(head)
                && row.hash().equals(hash(row.seq(), row.entry(), row.recordedAt(), row.textHash()))
                && row.textHash().equals(sha256(row.entry().text()));
    }

    private String hash(long seq, Entry entry, Instant recordedAt, String textHash) {
        return sha256(head + "\n" + Exported.hashed(seq, entry, recordedAt, textHash));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
