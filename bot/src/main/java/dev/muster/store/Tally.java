package dev.muster.store;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How many lines there are, and the sum of their SHA-256 hashes, which is the same in any order: databases sort texts each
 * in its own way.
 */
final class Tally {

    private static final BigInteger ALL = BigInteger.ONE.shiftLeft(256);
    private static final int BYTES = 32;

    private final MessageDigest digest = sha256();
    private long rows;
    private BigInteger sum = BigInteger.ZERO;

    void add(String line) {
        rows++;
        byte[] hash = digest.digest(line.getBytes(StandardCharsets.UTF_8));
        sum = sum.add(new BigInteger(1, hash)).mod(ALL);
    }

    Total total() {
        byte[] plain = new byte[BYTES];
        byte[] some = sum.toByteArray();
        int length = Math.min(BYTES, some.length);
        System.arraycopy(some, some.length - length, plain, BYTES - length, length);
        return new Total(rows, HexFormat.of().formatHex(plain));
    }

    /** What was counted. */
    record Total(long rows, String sum) {}

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
