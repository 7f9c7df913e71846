package dev.muster.timeline;

import dev.muster.incident.Entry;
import dev.muster.incident.Hash;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The hash chain: each row carries the SHA-256 of itself and of the row before, so that a row cannot be changed, taken
 * out, put in or moved without showing. Whoever can write every row anew can make another chain; its last hash, posted
 * where others keep it, shows that too.
 *
 * @param length how many rows there are
 * @param head the hash of the last one
 */
public record Chain(long length, String head) {

    public static final Chain EMPTY = new Chain(0, "0".repeat(64));

    private static final SecureRandom random = new SecureRandom();

    /** The row that comes next, with a salt of its own. */
    public Row append(Entry entry, Instant recordedAt) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return append(entry, recordedAt, HexFormat.of().formatHex(salt));
    }

    /** The row that comes next, with this salt. */
    public Row append(Entry entry, Instant recordedAt, String salt) {
        String content = Hash.of(Exported.said(entry, salt));
        String hash = hash(length + 1, entry, recordedAt, content);
        return new Row(length + 1, entry, recordedAt, new Seal(Optional.of(salt), content, hash, head));
    }

    /** The chain with this row at its end. */
    public Chain after(Row row) {
        return new Chain(row.seq(), row.hash());
    }

    /** Whether the row is the very one that was appended here, or what is left of it when it is redacted. */
    public boolean continuesWith(Row row) {
        Seal seal = row.seal();
        return row.seq() == length + 1
                && seal.previous().equals(head)
                && seal.hash().equals(hash(row.seq(), row.entry(), row.recordedAt(), seal.content()))
                && (row.isRedacted() ? row.entry().isBlank() : isContent(row, seal));
    }

    private static boolean isContent(Row row, Seal seal) {
        return seal.content()
                .equals(Hash.of(Exported.said(row.entry(), seal.salt().orElseThrow())));
    }

    private String hash(long seq, Entry entry, Instant recordedAt, String content) {
        return Hash.of(Exported.hashed(seq, entry, recordedAt, content, head));
    }
}
