package dev.muster.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Random;

/**
 * One promise, tried in circumstances that chance chooses and a seed repeats. Its result is a line of a table in
 * {@code target/proofs.md}, whether it held or not.
 *
 * <p>{@code -Dprove.long=true} asks for the long form, {@code -Dprove.rounds} for another number of rounds, and
 * {@code -Dprove.seed} for another seed. {@code ./prove} sets them.
 */
record Proof(String name, long seed, int rounds) {

    private static final Path RESULTS = Path.of("target", "proofs.md");
    private static final int LONGEST_COMPLAINT = 300;

    /** Tries a promise so many times; fails if it was broken, and otherwise says what was measured. */
    @FunctionalInterface
    interface Attempt {
        String measure(Random random, int rounds) throws Exception;
    }

    /**
     * Tries it, and writes down how it went.
     *
     * @param few rounds in the short form, which runs with all other tests
     * @param many rounds in the long form
     */
    static void of(String name, int few, int many, Attempt attempt) throws Exception {
        int usual = isLong() ? many : few;
        new Proof(name, Long.getLong("prove.seed", 1), Integer.getInteger("prove.rounds", usual)).run(attempt);
    }

    /** Whether there is time for more than a glance. */
    static boolean isLong() {
        return Boolean.getBoolean("prove.long");
    }

    private void run(Attempt attempt) throws Exception {
        long began = System.nanoTime();
        String result = "**no** | broke off";
        try {
            result = "yes | " + attempt.measure(new Random(seed), rounds);
        } catch (Exception | AssertionError broken) {
            result = "**no** | " + complaint(broken);
            throw broken;
        } finally {
            write(result, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private static String complaint(Throwable broken) {
        String words =
                broken.toString().replaceAll("\\s+", " ").replace("|", "\\|").strip();
        return words.substring(0, Math.min(words.length(), LONGEST_COMPLAINT));
    }

    private void write(String result, Duration took) {
        String row =
                "| %s | %s | %d | %,d | %,.1f s |%n".formatted(name, result, seed, rounds, took.toMillis() / 1000.0);
        System.out.print(row);
        try {
            Files.writeString(RESULTS, row, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
