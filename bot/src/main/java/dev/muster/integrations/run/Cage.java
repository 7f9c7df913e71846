package dev.muster.integrations.run;

import dev.muster.desk.Execution.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a program is run within, as far as this machine has it: a session of its own, a time after which it is ended even
 * if the bot is not there any more, a namespace in which all that it has begun ends with it, another user, and limits.
 */
final class Cage {

    /** Who owns nothing. */
    private static final int NOBODY = 65534;

    private final Limits limits;
    private final Optional<String> session = find("setsid");
    private final Optional<String> timer = find("timeout");
    private final Optional<String> privileges = find("setpriv");
    private final Optional<String> resources = find("prlimit");
    private final Optional<String> nice = find("nice");
    private final Optional<String> namespace = find("unshare").filter(Cage::works);
    private final boolean isRoot = user() == 0;

    Cage(Limits limits) {
        this.limits = limits;
    }

    /** What is missing here; empty if nothing is. */
    String missing() {
        List<String> missing = new ArrayList<>();
        if (resources.isEmpty()) {
            missing.add("prlimit (memory and processes have no limit)");
        }
        if (namespace.isEmpty()) {
            missing.add("a PID namespace by unshare (a program that hides well outlives its step)");
        }
        if (timer.isEmpty()) {
            missing.add("timeout (a program outlives a bot that is killed)");
        }
        if (isRoot && privileges.isEmpty()) {
            missing.add("setpriv (programs run as root)");
        }
        return String.join(", ", missing);
    }

    boolean boundsProcesses() {
        return resources.isPresent() && (!isRoot || privileges.isPresent());
    }

    /** Gives a folder to whoever programs run as. */
    void handOver(Path folder) throws IOException {
        if (isRoot && privileges.isPresent()) {
            Files.setAttribute(folder, "unix:uid", NOBODY);
        }
    }

    /** The words that run these words within it. */
    List<String> around(List<String> words, Duration time) {
        List<String> all = new ArrayList<>();
        session.ifPresent(all::add);
        long seconds = Math.max(1, time.toSeconds() + 1);
        timer.ifPresent(path -> all.addAll(List.of(path, "--signal=KILL", seconds + "s")));
        namespace.ifPresent(path -> all.addAll(List.of(path, "--pid", "--fork", "--kill-child")));
        nice.ifPresent(path -> all.addAll(List.of(path, "-n", "10")));
        resources.ifPresent(path -> all.addAll(limited(path)));
        if (isRoot) {
            privileges.ifPresent(path -> all.addAll(List.of(
                    path,
                    "--reuid=" + NOBODY,
                    "--regid=" + NOBODY,
                    "--clear-groups",
                    "--no-new-privs",
                    "--bounding-set=-all",
                    "--inh-caps=-all")));
        } else {
            privileges.ifPresent(path -> all.addAll(List.of(path, "--no-new-privs")));
        }
        all.addAll(words);
        return all;
    }

    private List<String> limited(String path) {
        long file = Math.max(limits.output(), 1 << 20);
        return List.of(
                path,
                "--as=" + limits.memory(),
                "--nproc=" + (tasks(isRoot ? NOBODY : user()) + limits.processes()),
                "--fsize=" + file,
                "--nofile=256",
                "--core=0");
    }

    /** The limit counts all that a user runs, so that what runs already goes on top. */
    private static long tasks(int user) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("[0-9]+"))
                    .mapToLong(process -> tasks(process, user))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    private static long tasks(Path process, int user) {
        try (Stream<Path> tasks = owner(process) == user ? Files.list(process.resolve("task")) : Stream.of()) {
            return tasks.count();
        } catch (IOException e) {
            return 0;
        }
    }

    private static int owner(Path process) throws IOException {
        return (int) Files.getAttribute(process, "unix:uid");
    }

    private static int user() {
        try {
            return owner(Path.of("/proc/self"));
        } catch (IOException | UnsupportedOperationException e) {
            return -1;
        }
    }

    private static Optional<String> find(String name) {
        return Stream.of("/usr/bin/", "/bin/", "/usr/sbin/", "/sbin/")
                .map(folder -> folder + name)
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst();
    }

    /** Not everybody may make namespaces, and not everywhere. */
    private static boolean works(String unshare) {
        try {
            Process process = new ProcessBuilder(unshare, "--pid", "--fork", "--kill-child", "/bin/true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
