package dev.muster;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.secrets.Sample;
import dev.muster.secrets.Samples;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.testing.Disk;
import dev.muster.testing.Shell;
import dev.muster.workspace.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * A secret of every kind that there is a rule for, pasted in every way that there is: nothing of it is left, not on disk,
 * in no export, in no log, and whoever pasted it is told.
 */
class NoSecretTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final List<String> FORMATS = List.of("jsonl", "json", "md", "csv", "html");
    private static final Log log = new Log();

    @TempDir
    static Path folder;

    private static BotRig bot;
    private static Disk disk;
    private static List<Sample> samples;
    private static Map<String, String> kept;
    private static String room;

    /**
     * All that anybody logs, however little it matters. Not synchronized: what is logged may take locks of its own while
     * it is put into words, as Jetty's does.
     */
    private static final class Log extends UnsynchronizedAppenderBase<ILoggingEvent> {
        private static final List<String> TALKATIVE =
                List.of("ROOT", "dev.muster", "com.slack", "org.eclipse.jetty", "org.jdbi", "com.zaxxer");

        private final StringBuffer lines = new StringBuffer();
        private final Map<Logger, Optional<Level>> before = new LinkedHashMap<>();

        @Override
        protected void append(ILoggingEvent event) {
            if (isWorkspaces(event)) {
                return;
            }
            lines.append(event.getFormattedMessage()).append('\n');
            Optional.ofNullable(event.getThrowableProxy())
                    .map(ThrowableProxyUtil::asString)
                    .ifPresent(lines::append);
        }

        /** The workspace's own web server reads the bot's token, which is no business of the bot's. */
        private static boolean isWorkspaces(ILoggingEvent event) {
            return event.getLoggerName().startsWith("org.eclipse.jetty")
                    && event.getFormattedMessage().contains("Authorization");
        }

        void listen() {
            Logger root = logger("ROOT");
            root.iteratorForAppenders().forEachRemaining(shown -> shown.addFilter(new OnlyWarnings()));
            setContext(root.getLoggerContext());
            start();
            root.addAppender(this);
            TALKATIVE.forEach(name -> {
                before.put(logger(name), Optional.ofNullable(logger(name).getLevel()));
                logger(name).setLevel(Level.DEBUG);
            });
        }

        void stopListening() {
            logger("ROOT").detachAppender(this);
            logger("ROOT").iteratorForAppenders().forEachRemaining(shown -> shown.clearAllFilters());
            before.forEach((logger, level) -> logger.setLevel(level.orElse(null)));
        }

        private static Logger logger(String name) {
            return (Logger) LoggerFactory.getLogger(name);
        }
    }

    /** Keeps the test's own output short. */
    private static final class OnlyWarnings extends ch.qos.logback.core.filter.Filter<ILoggingEvent> {
        @Override
        public ch.qos.logback.core.spi.FilterReply decide(ILoggingEvent event) {
            return event.getLevel().isGreaterOrEqual(Level.WARN)
                    ? ch.qos.logback.core.spi.FilterReply.NEUTRAL
                    : ch.qos.logback.core.spi.FilterReply.DENY;
        }
    }

    @BeforeAll
    static void pasteThemAll() {
        log.listen();
        bot = BotRig.start(Databases.sqlite(folder), Map.of());
        disk = new Disk(bot.settings.database().url());
        room = bot.declare("ann", "sev3 Somebody pasted something");
        Stream.of("bob", "cleo", "dev", "eve").forEach(who -> bot.as(who).join(room));
        List<Sample> own = List.of(
                new Sample(
                        "own-token", "the token is " + bot.workspace.botToken() + " I think", bot.workspace.botToken()),
                new Sample(
                        "own-signing-secret",
                        "signed with " + bot.workspace.signingSecret(),
                        bot.workspace.signingSecret()));
        samples = Stream.concat(Samples.all().stream(), own.stream()).toList();
        samples.forEach(NoSecretTest::paste);
        pasteUnheard();
        kept = new LinkedHashMap<>(disk.contents());
        FORMATS.forEach(NoSecretTest::export);
        kept.put("the log", log.lines.toString());
    }

    @AfterAll
    static void stop() {
        bot.close();
        log.stopListening();
    }

    /** By bob as a message, by cleo as an edit, by dev in a command and a form, by eve as a file's name. */
    private static void paste(Sample sample) {
        bot.as("bob").post(room, sample.text());
        String ts = bot.as("cleo").post(room, "wait, I look it up: " + sample.ruleId());
        bot.as("cleo").edit(room, ts, sample.text());
        bot.say("dev", room, "note " + sample.text());
        bot.say("dev", room, "form note");
        await("the form", () -> !bot.workspace.openViews("dev").isEmpty());
        assertThat(bot.as("dev").submit(Map.of("text", sample.text())).ok()).isTrue();
        bot.as("eve").upload(room, sample.text(), "nothing");
    }

    /** Their events are lost, and they are found in the channel's history. */
    private static void pasteUnheard() {
        bot.workspace.faults().loseEvents(event -> true);
        samples.forEach(sample -> bot.as("ann").post(room, "unheard: " + sample.text()));
        bot.workspace.faults().clear();
        bot.workspace.rateLimitEvents();
        bot.workspace.endEventRateLimit();
        await("what was not heard", LONG, () -> disk.count("timeline WHERE text LIKE 'unheard: %'") == samples.size());
        await("everything", LONG, disk::isWorkedIn);
    }

    private static void export(String format) {
        Path file = folder.resolve("export." + format);
        Shell shell = new Shell(bot.workspace, bot.settings.database().url());
        shell.run("timeline", "export", "INC-1", "--format", format, "--out", file.toString())
                .ok();
        try {
            kept.put("the export as " + format, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void leavesNoneOfThemAnywhere() {
        Set<String> leaks = new TreeSet<>();
        for (Sample sample : samples) {
            for (String dress : dresses(sample.secret())) {
                kept.forEach((place, text) -> {
                    if (text.contains(dress)) {
                        leaks.add(sample.ruleId() + " is in " + place + ": " + around(text, dress));
                    }
                });
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(kept).containsKeys("the table timeline", "the table inbox", "the file muster.db", "the log");
        assertThat(disk.count("timeline WHERE text LIKE '%[removed secret: %' OR data LIKE '%[removed secret: %'"))
                .isGreaterThan(5L * samples.size());
    }

    @Test
    void findsNothingOfThemBySearch() {
        List<String> found = new ArrayList<>();
        int searched = 0;
        for (Sample sample : samples) {
            String word = longestWord(sample.secret());
            if (word.length() >= 12) {
                searched++;
                Answer answer = bot.say("ann", "general", "search " + word.substring(0, word.length() / 2));
                if (!answer.body().orElseThrow().toString().contains("Nothing.")) {
                    found.add(sample.ruleId() + ": " + answer.body());
                }
            }
        }
        assertThat(found).isEmpty();
        assertThat(searched).isGreaterThan(150);
    }

    @Test
    void tellsWhoeverPastedThem() {
        for (String who : List.of("bob", "cleo", "eve", "ann")) {
            await("every warning of " + who, () -> warnings(who) >= samples.size() || who.equals("ann"));
        }
        assertThat(bot.workspace.ephemerals("bob").get(0).path("text").asText()).contains("secret");
    }

    private static long warnings(String who) {
        return bot.workspace.ephemerals(who).stream()
                .map(JsonNode::toString)
                .filter(text -> text.contains("The timeline has what you just wrote."))
                .count();
    }

    /** As it is, and as it stands in JSON, in HTML, in CSV. */
    private static Set<String> dresses(String secret) {
        return new TreeSet<>(List.of(
                secret,
                new String(JsonStringEncoder.getInstance().quoteAsString(secret)),
                secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),
                secret.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"),
                secret.replace("\"", "\"\"")));
    }

    private static String around(String text, String dress) {
        int at = text.indexOf(dress);
        return text.substring(Math.max(0, at - 80), Math.min(text.length(), at + dress.length() + 40));
    }

    private static String longestWord(String secret) {
        return Arrays.stream(secret.split("[^A-Za-z0-9]+"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }
}
