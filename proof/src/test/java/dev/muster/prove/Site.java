package dev.muster.prove;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.testing.BotProcess;
import dev.muster.testing.BotRig;
import dev.muster.testing.Disk;
import dev.muster.testing.Shell;
import dev.muster.workspace.Answer;
import dev.muster.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A workspace, a database, and the bot that is shipped as a process between them, seen from outside only: by what Slack saw,
 * by what the command line says, and, to know when there is nothing left to do, by what is still waiting in the database.
 */
final class Site implements AutoCloseable {

    /** What is lost never comes, so there is time for what is late. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration LOOK = Duration.ofMillis(250);
    private static final ObjectMapper json = new ObjectMapper();

    final Workspace workspace;
    final String database;
    final Disk disk;
    private final Map<String, String> settings;
    private final Shell shell;
    private final List<BotProcess> processes = new ArrayList<>();

    Site(Workspace workspace, String database, Map<String, String> settings) {
        this.workspace = workspace;
        this.database = database;
        this.settings = settings;
        this.disk = new Disk(database);
        this.shell = new Shell(workspace, database, settings);
    }

    /** In a workspace that does not wait as long as Slack before it comes again. */
    static Site on(String database) {
        return new Site(impatient(), database, Map.of());
    }

    /** Slack comes again at once, after a minute, and after five; here it is not that patient. */
    static Workspace impatient() {
        return Workspace.builder()
                .retryDelays(List.of(Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(5)))
                .start();
    }

    /** Starts one more process, which takes Slack's requests from now on. */
    BotProcess start() {
        return start(List.of());
    }

    /** The same, with something before its command line. */
    BotProcess start(List<String> before) {
        BotProcess process = BotProcess.start(workspace, database, settings, before);
        processes.add(process);
        return process;
    }

    /** The one that was started last. */
    BotProcess process() {
        return processes.get(processes.size() - 1);
    }

    /** Types a command beside the bot. */
    Shell.Outcome type(String... words) {
        return shell.run(words);
    }

    Answer say(String person, String channel, String words) {
        return workspace.as(person).slash(channel, "/incident " + words);
    }
    /** Declares an incident and waits for its channel, whose name it gives, also if Slack has not waited for the answer. */
    String declare(String words) {
        int before = rooms().size();
        Answer answer = say("ann", "general", "declare --new " + words);
        if (answer.error().filter(error -> !error.equals("operation_timeout")).isPresent()) {
            throw new AssertionError(words + ": " + answer);
        }
        BotRig.await("a channel with a card", PATIENCE, () -> {
            List<JsonNode> rooms = rooms();
            return rooms.size() > before && !rooms.get(before).path("pins").isEmpty();
        });
        return rooms().get(before).path("name").asText();
    }

    List<JsonNode> rooms() {
        return workspace.channels().stream()
                .filter(channel -> channel.path("name").asText().startsWith("inc-"))
                .toList();
    }

    /** Waits until all that came is worked in, and all that is due is done. */
    void settle() {
        BotRig.await("nothing left to do", PATIENCE, LOOK, disk::isReadToTheEnd);
    }

    /** The same, and what of it comes back as an event has come back, too. */
    void rest() {
        settle();
        if (!workspace.awaitQuiet(PATIENCE)) {
            throw new AssertionError("events are still on their way");
        }
        settle();
    }

    /** The rows of a timeline, as anybody gets them who exports it. */
    List<JsonNode> timeline(String incident) {
        String lines = type("timeline", "export", incident, "--format", "jsonl").ok();
        return lines.lines()
                .filter(line -> line.startsWith("{"))
                .map(Site::parse)
                .toList();
    }

    private static JsonNode parse(String line) {
        try {
            return json.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    @Override
    public void close() {
        processes.forEach(BotProcess::close);
        workspace.close();
    }
}
