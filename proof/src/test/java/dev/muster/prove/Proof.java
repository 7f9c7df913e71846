package dev.muster.prove;

import java.time.Duration;
import java.util.Random;

/**
 * One promise, tried in circumstances that chance chooses and a seed repeats. What came of it is a {@link Result}, whether
 * it held or not, and the steps that led to it are in a log beside it.
 *
 * <p>{@code -Dprove.long=true} asks for the long form, {@code -Dprove.rounds} for another number of rounds, and
 * {@code -Dprove.seed} for another seed. {@code ./prove} sets them.
 *
 * @param red how it was seen to fail when the code was broken on purpose
 * @param few rounds in the short form
 * @param many rounds in the long form
 */
record Proof(Part part, String promise, String red, int few, int many) {

    private static final int LONGEST_COMPLAINT = 300;

    /** Tries a promise so many times; fails if it was broken, and otherwise says what was measured. */
    @FunctionalInterface
    interface Attempt {
        String measure(Trial trial) throws Exception;
    }

    static Proof that(Part part, String promise) {
        return new Proof(part, promise, "", 1, 1);
    }

    Proof seenRed(String how) {
        return new Proof(part, promise, how, few, many);
    }

    Proof rounds(int inShort, int inLong) {
        return new Proof(part, promise, red, inShort, inLong);
    }

    /** Whether there is time for more than a glance. Otherwise what is measured says nothing, and no limit is judged. */
    static boolean isLong() {
        return Boolean.getBoolean("prove.long");
    }

    /** Tries it, and writes down how it went. */
    void holds(Attempt attempt) throws Exception {
        long seed = Long.getLong("prove.seed", 1);
        int rounds = Integer.getInteger("prove.rounds", isLong() ? many : few);
        long began = System.nanoTime();
        String measured = "broke off";
        boolean held = false;
        try (Trial trial = new Trial(new Random(seed), rounds, Result.place(promise))) {
            measured = attempt.measure(trial);
            held = true;
        } catch (Exception | AssertionError broken) {
            measured = complaint(broken);
            throw broken;
        } finally {
            double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
            new Result(part, promise, held, measured, red, seed, rounds, seconds, "").write();
        }
    }

    private static String complaint(Throwable broken) {
        String words = broken.toString().replaceAll("\\s+", " ").strip();
        return words.substring(0, Math.min(words.length(), LONGEST_COMPLAINT));
    }
}
