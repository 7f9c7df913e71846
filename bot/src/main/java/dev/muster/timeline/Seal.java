package dev.muster.timeline;

import java.util.Optional;

/**
 * What proves that a row is as it was written. All hashes are SHA-256 in lower-case hex.
 *
 * @param salt random, known only as long as the content is there; without it nobody can find a short text out by trying
 * @param content the hash of the salt and of what was said, which outlives both
 * @param hash over the row, with {@code content} in the place of what was said, and over {@code previous}
 * @param previous the hash of the row before; 64 zeros for the first
 */
public record Seal(Optional<String> salt, String content, String hash, String previous) {

    Seal open() {
        return new Seal(Optional.empty(), content, hash, previous);
    }
}
