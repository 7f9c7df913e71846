package dev.muster.incident;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why incidents happen, in the words of the post-mortems that the shipped runbooks were made from. The list is fixed, so
 * that the same cause is found again under the same word; whatever else is worth a word is a {@link Tag}.
 */
public enum Cause {
    BAD_DEPLOYMENT("a deployment or a change of configuration broke it", "bad-deployment"),
    CACHE_FAILURE("a cache was gone and what stands behind it took the load", "cache-failure"),
    CERTIFICATE_EXPIRY("a certificate ran out", "certificate-expiry"),
    CHATTY_DEPENDENCY("one event made many calls to the same dependency", ""),
    COMMUNICATION("people did not know what was going on", "communication-breakdown"),
    CONNECTION_POOL("connections were leaked, or there were too few", "database-connection-pool"),
    COORDINATION("several people changed things at once, without command", "uncoordinated-response"),
    CREDENTIALS("credentials were rotated and not everywhere", "credentials-rotation"),
    DEADLOCK("transactions or threads waited for one another", "database-deadlock"),
    DISK_SPACE("a disk was full", "disk-space"),
    EXTERNAL_DEPENDENCY("a provider was down or held back", "external-dependency-down"),
    MEMORY_LEAK("memory grew until processes were killed", "memory-leak-oomkilled"),
    MISSING_ALERT("nothing told anybody in time", ""),
    MISSING_CIRCUIT_BREAKER("callers waited for what was slow, and failed with it", "cascading-failure"),
    NETWORK("services could not reach each other", "network-connectivity"),
    OUTDATED_RUNBOOK("the runbook did not fit the system any more", "outdated-runbook"),
    RATE_LIMIT("a limit or a quota was set wrongly", ""),
    REGION_FAILURE("a region of the cloud failed", "region-failover"),
    SCHEDULER("scheduled jobs did not run", "scheduler-jobs-missing"),
    SLOW_QUERY("a query took too long", ""),
    STUCK_THREADS("a process hung or span", "stuck-threads"),
    TRAFFIC_SURGE("there was more traffic than the system could bear", "traffic-surge"),
    UNFINISHED_ACTIONS("it had happened before, and what was to prevent it was not done", "repeated-incident");

    private final String meaning;
    private final String runbook;

    Cause(String meaning, String runbook) {
        this.meaning = meaning;
        this.runbook = runbook;
    }

    /** What exactly is meant, e.g. {@code a disk was full}. */
    public String meaning() {
        return meaning;
    }

    /** By what people type, e.g. {@code disk-space}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads a cause by its word or by the id of the shipped runbook that is about it, in any case. */
    public static Optional<Cause> find(String word) {
        return Arrays.stream(values())
                .filter(cause -> cause.word().equalsIgnoreCase(word) || cause.runbook.equalsIgnoreCase(word))
                .filter(cause -> !word.isEmpty())
                .findFirst();
    }

    /** The words of all of them. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Cause::word).toList();
    }

    @Override
    public String toString() {
        return word();
    }
}
