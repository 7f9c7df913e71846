package dev.muster.store;

import dev.muster.incident.Hash;
import java.math.BigInteger;

/**
 * How many lines there are, and the sum of their SHA-256 hashes, which is the same in any order: databases sort texts each
 * in its own way.
 */
final class Tally {

    private static final BigInteger ALL = BigInteger.ONE.shiftLeft(256);

    private long rows;
    private BigInteger sum = BigInteger.ZERO;

    void add(String line) {
        rows++;
        sum = sum.add(new BigInteger(Hash.of(line), 16)).mod(ALL);
    }

    Total total() {
        return new Total(rows, "%064x".formatted(sum));
    }

    /** What was counted. */
    record Total(long rows, String sum) {}
}
