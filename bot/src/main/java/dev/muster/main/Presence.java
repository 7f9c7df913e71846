package dev.muster.main;

import dev.muster.desk.Unwritten;
import dev.muster.store.JdbiProcesses;
import dev.muster.store.JdbiProcesses.Running;
import dev.muster.store.Store;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** That this process is there, told to the others that share its database. */
final class Presence {

    static final Duration EVERY = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(Presence.class);
    private static final Duration SILENCE = Duration.ofSeconds(45);
    private static final Duration MOURNED = Duration.ofMinutes(15);

    private final JdbiProcesses processes;
    private final InstantSource clock;
    private final String name = machine() + "/" + ProcessHandle.current().pid();
    private final Instant startedAt;
    private volatile String trouble = "";

    Presence(JdbiProcesses processes, InstantSource clock) {
        this.processes = processes;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /** It is still there. Never throws; whether that could be written down. */
    boolean say() {
        try {
            processes.seen(new Running(name, Main.version(), startedAt, clock.instant()));
            trouble = "";
        } catch (RuntimeException e) {
            log.warn("the others could not be told that this process is there: {}", e.getMessage());
            trouble = e instanceof Unwritten ? String.valueOf(e.getMessage()) : "cannot be written";
        }
        return trouble.isEmpty();
    }

    /** Why nothing could be written when it was last tried; empty if something could. */
    String trouble() {
        return trouble;
    }

    /** It ends. */
    void leave() {
        try {
            processes.left(name);
        } catch (RuntimeException e) {
            log.info("the others could not be told that this process ends: {}", e.getMessage());
        }
    }

    /** How many are there now. */
    long count() {
        return all().filter(other -> !isSilent(other)).count();
    }

    /** All of them, this one too, each in words; who ended without a word is named for a while. */
    List<String> names() {
        return all().map(this::words).toList();
    }

    /** Those that are on a database now, each in words. */
    static List<String> names(Store store) {
        return store.processes().all(store.clock().instant().minus(SILENCE)).stream()
                .map(other -> "%s, version %s".formatted(other.name(), other.version()))
                .toList();
    }

    /** Whether some process works on a database that several may share. */
    static boolean isAnybodyOn(Store store) {
        Instant now = store.clock().instant();
        return store.database().isShared()
                && !store.processes().all(now.minus(SILENCE)).isEmpty();
    }

    private Stream<Running> all() {
        Instant now = clock.instant();
        return processes.all(now.minus(MOURNED)).stream();
    }

    private String words(Running other) {
        String silent = isSilent(other) ? ", silent since " + other.seenAt() : "";
        return "%s, version %s, since %s%s".formatted(other.name(), other.version(), other.startedAt(), silent);
    }

    private boolean isSilent(Running other) {
        return Duration.between(other.seenAt(), clock.instant()).compareTo(SILENCE) >= 0;
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
