package dev.muster.prove;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;

/** The course of one proof: its chance, its length, and a log of what was done. The log is safe for several threads. */
final class Trial implements AutoCloseable {

    final Random random;
    final int rounds;
    private final PrintWriter log;

    /** @param place where the log goes, without its ending */
    Trial(Random random, int rounds, Path place) throws IOException {
        this.random = random;
        this.rounds = rounds;
        Files.createDirectories(Result.FOLDER);
        this.log = new PrintWriter(Files.newBufferedWriter(Path.of(place + ".log")), true);
    }

    /** Writes down a step, by the clock of this machine. */
    void step(String words, Object... values) {
        log.println(Instant.now() + " " + words.formatted(values));
    }

    /** Fails if something was more than it may be; in the short form, which shares the machine, it is only told. */
    void limit(String what, double measured, double most) {
        step("%s: %.2f, at most %.2f", what, measured, most);
        if (Proof.isLong() && measured > most) {
            throw new AssertionError("%s: %.2f, at most %.2f".formatted(what, measured, most));
        }
    }

    /** So many milliseconds, or up to so many more. */
    long between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    @Override
    public void close() {
        log.close();
    }
}
