package dev.muster.testing;

import dev.muster.workspace.Workspace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The bot as a process of its own, which can be killed like one. */
public final class BotProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Muster is ready at (\\S+)");

    private final Process process;
    public final URI address;

    private BotProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it and waits until it says where it listens. */
    public static BotProcess start(Workspace workspace, String database, Map<String, String> more) {
        return start(workspace, database, more, List.of());
    }

    /**
     * The same, by other means.
     *
     * @param before what its command line begins with, e.g. another user or another locale
     */
    public static BotProcess start(
            Workspace workspace, String database, Map<String, String> more, List<String> before) {
        Process process = launch(before, BotRig.environment(workspace, database, more), "serve");
        BotProcess bot = new BotProcess(process, ready(process));
        workspace.connect(bot.address.resolve("slack/events"));
        return bot;
    }

    /**
     * Any command of the bot, as a process whose errors are told with its output. Nothing waits for it, but it does not outlive
     * the tests.
     */
    public static Process launch(List<String> before, Map<String, String> environment, String... command) {
        List<String> line = new ArrayList<>(before);
        line.add(ProcessHandle.current().info().command().orElse("java"));
        line.addAll(program());
        line.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return process;
        } catch (IOException e) {
            throw new IllegalStateException("the bot did not start", e);
        }
    }

    /** The jar as it is shipped, where there is one already. Tests are over before it pays to compile anything well. */
    private static List<String> program() {
        String jar = System.getProperty("muster.jar", "");
        return jar.isEmpty()
                ? List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.muster.main.Main")
                : List.of("-XX:+UseSerialGC", "-jar", jar);
    }

    /** How much memory it takes now, in MiB, as Linux counts what is resident. */
    public long memory() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            String line =
                    lines.filter(each -> each.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** Ends it with SIGKILL: it finds out nothing and says nothing. */
    public void kill() {
        process.destroyForcibly();
        waitFor();
    }

    /** Sends it a signal, e.g. {@code STOP} or {@code CONT}. */
    public void signal(String name) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new AssertionError("kill -" + name + " ended with " + status);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the signal was not sent", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it with SIGTERM, and says how it ended. */
    public int stop() {
        process.destroy();
        waitFor();
        return process.exitValue();
    }

    @Override
    public void close() {
        kill();
    }

    private void waitFor() {
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                throw new AssertionError("the bot did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads on for ever, so that the process is never held up by its own words. Beside others a start takes its time. */
    private static URI ready(Process process) {
        CompletableFuture<URI> ready = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process, ready), "bot-output");
        reader.setDaemon(true);
        reader.start();
        return ready.orTimeout(90, TimeUnit.SECONDS).join();
    }

    private static void read(Process process, CompletableFuture<URI> ready) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                Matcher matcher = READY.matcher(line);
                if (matcher.find()) {
                    ready.complete(URI.create(matcher.group(1)));
                }
            }
        } catch (IOException e) {
            said.append(e);
        }
        ready.completeExceptionally(new AssertionError("the bot ended before it was ready:\n" + said));
    }
}
