package dev.muster.desk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What the bot may do by itself when a runbook says so. An admin settles it.
 *
 * @param hosts that may be called: a name or an address, with a port after a colon where it is not the usual one
 * @param privateHosts those of them that may be loopback or in a private network
 * @param approvalHolds for how long an approval is good
 */
public record Execution(
        boolean enabled,
        List<Permit> programs,
        Set<String> hosts,
        Set<String> privateHosts,
        Duration approvalHolds,
        Limits limits) {

    /** Nothing. */
    public static final Execution OFF =
            new Execution(false, List.of(), Set.of(), Set.of(), Duration.ofMinutes(30), Limits.USUAL);

    public Execution {
        programs = List.copyOf(programs);
        hosts = Set.copyOf(hosts);
        privateHosts = Set.copyOf(privateHosts);
    }

    /**
     * A program that may be run, and how.
     *
     * @param name what runbooks call it, beside its path
     * @param words what it may be given: a pattern of RE2's for each word, which must match all of it
     */
    public record Permit(String name, Path program, List<String> words) {
        public Permit {
            words = List.copyOf(words);
        }
    }

    /**
     * How much of the machine one step may take.
     *
     * @param output bytes, after which it is ended
     * @param memory bytes of address space of each process
     * @param processes at once, of all that is run
     */
    public record Limits(Duration time, int output, long memory, int processes) {

        /** As shipped. */
        public static final Limits USUAL = new Limits(Duration.ofMinutes(5), 64 << 10, 2L << 30, 64);
    }
}
