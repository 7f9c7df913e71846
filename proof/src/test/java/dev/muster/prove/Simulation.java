package dev.muster.prove;

import dev.muster.config.Settings;
import dev.muster.config.SettingsFile;
import dev.muster.main.Bot;
import dev.muster.testing.Books;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.workspace.Builder;
import dev.muster.workspace.Person;
import dev.muster.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * The whole bot in a workspace, by a clock that stands still while anybody has something to do, and is then set to the next
 * moment at which somebody will have. So a day takes minutes, and what is late is late by the clock, not by the machine.
 */
final class Simulation implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    /** So fast that the heartbeat comes back at once, whenever the next moment is. */
    private static final double SPEED = 500_000;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    final SteppedClock clock = new SteppedClock(START);
    final Workspace workspace;
    final Books books;
    private final Bot bot;

    /** With the people whom every workspace has. */
    Simulation(Path folder, Map<String, String> more) throws Exception {
        this(folder, more, Workspace.builder());
    }

    Simulation(Path folder, Map<String, String> more, List<Person> people) throws Exception {
        this(folder, more, Workspace.builder().people(people));
    }

    private Simulation(Path folder, Map<String, String> more, Builder builder) throws Exception {
        workspace = builder.clock(clock).start();
        Settings settings = SettingsFile.read(BotRig.environment(workspace, Databases.sqlite(folder), more));
        bot = new Bot(settings, clock, SPEED);
        workspace.connect(bot.start().resolve("slack/events"));
        books = new Books(settings);
    }

    /** Types a command, and fails if a person would have seen an error. */
    void say(String handle, String channel, String words) {
        var answer = workspace.as(handle).slash(channel, "/incident " + words);
        if (!answer.ok()) {
            throw new AssertionError(words + ": " + answer);
        }
    }

    /** Declares an incident, and waits for its channel, whose name it gives. */
    String declare(String handle, String words) {
        int before = workspace.channels().size();
        say(handle, "general", "declare --new " + words);
        settle();
        return workspace.channels().get(before).path("name").asText();
    }

    /** Waits until nobody has anything to do at this moment; looked at twice, as one thing may follow from another. */
    void settle() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int looks = 0; looks < 2; looks = isIdle() ? looks + 1 : 0) {
            if (System.nanoTime() > end) {
                throw new AssertionError("there is still something to do at " + clock.instant());
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private boolean isIdle() {
        return !books.isBusy(clock.instant())
                && workspace.awaitQuiet(Duration.ofMillis(1))
                && !books.isBusy(clock.instant());
    }

    /** Lets time pass, from one moment with something to do to the next. */
    void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        settle();
        for (Instant now = clock.instant(); now.isBefore(end); now = clock.instant()) {
            clock.set(books.next(now).filter(end::isAfter).orElse(end));
            settle();
        }
    }

    @Override
    public void close() throws Exception {
        books.close();
        bot.close();
        workspace.close();
    }
}
