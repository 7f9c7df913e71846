package dev.muster.integrations.run;

import dev.muster.desk.Execution.Limits;
import dev.muster.incident.Words;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a program with nothing of ours: no shell, no input, no environment, an empty folder of its own, and limits. When it
 * has ended or was ended, nothing that it began goes on. Safe for many threads.
 */
public final class Sandbox {

    private static final Logger log = LoggerFactory.getLogger(Sandbox.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String PATH = "/usr/local/bin:/usr/bin:/bin";

    private final Limits limits;
    private final Cage cage;

    public Sandbox(Limits limits) {
        this.limits = limits;
        this.cage = new Cage(limits);
    }

    /** What this machine does not have that would hold programs tighter; empty if it has all. */
    public String missing() {
        return cage.missing();
    }

    /** Whether a program that starts others without end is stopped by the limits. */
    boolean boundsProcesses() {
        return cage.boundsProcesses();
    }

    /** Runs it, and waits for its end or for as long as it may take. Throws nothing: how it ended is the answer. */
    Ended run(List<String> words, Duration time) {
        try {
            Path folder = folder();
            try {
                return run(words, time, folder);
            } finally {
                sweep(folder);
                delete(folder);
            }
        } catch (IOException | RuntimeException e) {
            log.warn("{} could not be run", words.get(0), e);
            return Ended.never("could not be run (%s)".formatted(e.getClass().getSimpleName()));
        }
    }

    private Ended run(List<String> words, Duration time, Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(cage.around(words, time));
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", PATH);
        environment.put("LANG", "C.UTF-8");
        environment.put("HOME", folder.toString());
        builder.directory(folder.toFile());
        builder.redirectErrorStream(true);
        builder.redirectInput(new File("/dev/null"));
        long start = System.nanoTime();
        Process process = builder.start();
        Drain drain = Drain.of(process.getInputStream(), limits.output(), () -> end(process));
        Optional<String> cutOff = await(process, time);
        end(process);
        sweep(folder);
        drain.await(PATIENCE);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new Ended(
                status(process),
                drain.isFull()
                        ? Optional.of("was ended, because it wrote more than %d bytes".formatted(limits.output()))
                        : cutOff,
                took.toSeconds() < 1 ? "less than a second" : Words.of(Duration.ofSeconds(took.toSeconds())),
                Legible.text(drain.bytes(), StandardCharsets.UTF_8));
    }

    private static Optional<String> await(Process process, Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)
                    ? Optional.empty()
                    : Optional.of("was ended, because it took longer than " + Words.of(time));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("was ended, because I am being stopped");
        }
    }

    private static int status(Process process) {
        return process.isAlive() ? -1 : process.exitValue();
    }

    /** All that it has begun, and itself: nobody is asked politely. By its handle, because else what it has said is lost. */
    private static void end(Process process) {
        List<ProcessHandle> others = process.descendants().toList();
        process.toHandle().destroyForcibly();
        others.forEach(ProcessHandle::destroyForcibly);
        boolean interrupted = Thread.interrupted();
        try {
            process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What has hidden from its parent still knows its folder. */
    private static void sweep(Path folder) {
        byte[] mark = ("HOME=" + folder).getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 20 && sweepOnce(mark); round++) {
            Thread.onSpinWait();
        }
    }

    private static boolean sweepOnce(byte[] mark) {
        List<ProcessHandle> left = ProcessHandle.allProcesses()
                .filter(process -> knows(process, mark))
                .toList();
        left.forEach(ProcessHandle::destroyForcibly);
        return !left.isEmpty();
    }

    private static boolean knows(ProcessHandle process, byte[] mark) {
        try {
            byte[] environment = Files.readAllBytes(Path.of("/proc/" + process.pid() + "/environ"));
            return new String(environment, StandardCharsets.ISO_8859_1)
                    .contains(new String(mark, StandardCharsets.ISO_8859_1));
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** It is nobody else's. */
    private Path folder() throws IOException {
        Path folder = Files.createTempDirectory("muster-run-");
        cage.handOver(folder);
        return folder;
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | RuntimeException e) {
            log.warn("{} could not be emptied", folder, e);
        }
    }
}
