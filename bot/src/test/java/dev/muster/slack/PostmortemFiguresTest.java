package dev.muster.slack;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.workspace.Person;
import dev.muster.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The incidents of the seeds, told to one real bot on the days after they happened, in {@code postmortems/*.yaml}: every
 * figure that the seeds give stands in the draft, in the section where a reader looks for it.
 */
class PostmortemFiguresTest {

    private static final Path STORIES = Path.of("src/test/resources/postmortems");
    private static final Path PAPERS = Path.of("target/postmortems");
    private static final Pattern TIME = Pattern.compile("\\{([0-9:]+)\\}");
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @TempDir
    static Path folder;

    private static final Calendar CALENDAR = new Calendar();
    private static BotRig bot;

    /**
     * An incident as people tell it.
     *
     * @param now when they do; times of day in braces are of the day in the file's name
     * @param said by whom, what, in order
     * @param figures by section
     */
    record Story(String now, String declare, List<Map<String, String>> said, Map<String, List<String>> figures) {}

    /** A clock that goes on from any moment that it is set to. */
    private static final class Calendar implements InstantSource {

        private volatile Duration ago = Duration.ZERO;

        void set(Instant now) {
            ago = Duration.between(now, Instant.now());
        }

        @Override
        public Instant instant() {
            return Instant.now().minus(ago);
        }
    }

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(PAPERS);
        CALENDAR.set(Instant.parse("2023-05-16T08:00:00Z"));
        Workspace workspace =
                Workspace.builder().people(people()).clock(CALENDAR).start();
        bot = BotRig.start(workspace, Databases.sqlite(folder), CALENDAR);
    }

    @AfterAll
    static void stop() {
        bot.close();
    }

    @TestFactory
    Stream<DynamicTest> saysEveryFigureInItsPlace() throws IOException {
        try (Stream<Path> files = Files.list(STORIES)) {
            return files.sorted().toList().stream()
                    .map(file -> dynamicTest(name(file), () -> tell(name(file), read(file))));
        }
    }

    private static void tell(String name, Story story) throws IOException {
        String day = name.replaceFirst(".*([0-9]{4}-[0-9]{2}-[0-9]{2})$", "$1");
        CALENDAR.set(Instant.parse(story.now()));
        String room = bot.declare("ann", dated(story.declare(), day).replaceFirst("declare --new ", ""));
        story.said()
                .forEach(line -> line.forEach((who, words) -> assertThat(
                                bot.say(who, room, dated(words, day)).body().toString())
                        .as("%s: %s", who, words)
                        .doesNotContain("Nothing was", "Did you mean", "view")));

        String paper = paper(room);
        Files.writeString(PAPERS.resolve(name + ".md"), paper);

        SoftAssertions softly = new SoftAssertions();
        story.figures().forEach((section, figures) -> softly.assertThat(section(paper, section))
                .as("%s: %s", name, section)
                .contains(figures));
        softly.assertThat(paper).doesNotContain("{{", "}}", "null", "U0");
        softly.assertAll();
    }

    private static String dated(String words, String day) {
        return TIME.matcher(words).replaceAll(found -> "%sT%s%sZ"
                .formatted(day, found.group(1), found.group(1).length() == 5 ? ":00" : ""));
    }

    /** As it comes to whoever asks for it. */
    private static String paper(String room) {
        int before = files().size();
        bot.say("ann", room, "postmortem export");
        await("the file", () -> files().size() > before);
        return new String(bot.workspace.file(files().get(before)).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static List<String> files() {
        return bot.workspace.dms("ann").stream()
                .flatMap(message -> message.findValues("files").stream())
                .map(files -> files.at("/0/id").asText())
                .toList();
    }

    /** As a reader sees it. */
    private static String section(String paper, String word) {
        Matcher matcher = Pattern.compile("<!-- begin " + word + " .*?-->(.*)<!-- end " + word + " -->", Pattern.DOTALL)
                .matcher(paper);
        assertThat(matcher.find()).as("there is a section " + word).isTrue();
        return matcher.group(1).replace("**", "").replaceAll("\\\\([\\\\`*_{}\\[\\]<>|~#!])", "$1");
    }

    private static List<Person> people() {
        return Stream.of(
                        "ann",
                        "bob",
                        "cleo",
                        "dev",
                        "eve",
                        "platform",
                        "database",
                        "sre",
                        "architecture",
                        "qa",
                        "monitoring")
                .map(handle -> Person.of(handle, handle, "", "UTC"))
                .toList();
    }

    private static Story read(Path file) {
        try {
            return YAML.readValue(file.toFile(), Story.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".yaml", "");
    }
}
