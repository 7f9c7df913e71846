package dev.muster.runbook.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.config.Mistake;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is broken or means harm gets a message with a place, and costs no more than its size. */
class HostileFileTest {

    private static final String HEAD = "metadata:\n  id: x\n  title: X\n";
    private static final String STEPS = "steps:\n";
    private static final String STEP = "  - {id: a, title: A}\n";

    @TempDir
    Path folder;

    static Stream<Arguments> texts() {
        return Stream.of(
                bad("bomb", bomb(), "1:4", "anchors and aliases"),
                bad("anchor", HEAD + STEPS + "  - &a {id: a, title: A}\n", "5:5", "anchors and aliases"),
                bad("alias", HEAD + "steps: *later\n", "4:8", "anchors and aliases"),
                bad("100,000 anchors", "- &a []\n".repeat(100_000), "1:3", "anchors and aliases"),
                bad("100,000 anchors on words", "- &a x\n".repeat(100_000), "1:1", "keys with values"),
                bad("object", HEAD + "steps: !!java.net.URL [http://x.example]\n", "4:8", "tags"),
                bad("script", "!!javax.script.ScriptEngineManager [x]\n", "1:1", "tags"),
                bad("own tag", HEAD + "steps: !cmd ls\n", "4:8", "tags"),
                bad("binary", HEAD + "steps: !!binary aGk=\n", "4:8", "tags"),
                bad("merge", HEAD + "<<: {steps: []}\n" + STEPS + STEP, "4:1", "there is no key \"<<\""),
                bad("double key", HEAD + STEPS + STEP + STEPS + STEP, "6:", "Duplicate field 'steps'"),
                bad("double key inside", "metadata:\n  id: x\n  id: y\n", "3:", "Duplicate field 'id'"),
                bad("second document", HEAD + STEPS + STEP + "---\n" + HEAD, "7:1", "a second document"),
                bad("second word", "a\n---\nb\n", "3:1", "a second document"),
                bad("deep lists", "steps: " + "[".repeat(100_000), "1:27", "nested deeper"),
                bad("deep keys", many(1_000, n -> " ".repeat(n) + "a:\n"), "21:21", "nested deeper"),
                bad("deep hyphens", "- ".repeat(100_000) + "x\n", "1:41", "nested deeper"),
                bad("tab", HEAD + "steps:\n\t- id: a\n", "5:1", "not valid YAML"),
                bad("open list", HEAD + "steps: [\n", "5:1", "not valid YAML"),
                bad("open quote", HEAD + "steps: 'x\n", "5:1", "not valid YAML"),
                bad("colon in a value", HEAD.replace("X", "a: b") + STEPS + STEP, "3:11", "not valid YAML"),
                bad("escape", HEAD + "steps: \"\\q\"\n", "4:10", "not valid YAML"),
                bad("control by escape", HEAD.replace("X", "\"a\\rb\"") + STEPS + STEP, "3:3", "several lines"),
                bad("200 keys", HEAD + many(200, n -> "k" + n + ": 1\n"), "4:1", "there is no key \"k0\""),
                bad("long key", HEAD + "k".repeat(500_000) + ": 1\n", "4:", "this is not valid YAML"),
                bad(
                        "steps past counting",
                        HEAD + STEPS + many(20_000, n -> "  - {id: s" + n + ", title: T}\n"),
                        "4:1",
                        "200"),
                bad("number as id", HEAD.replace("id: x", "id: 007") + STEPS + STEP, "2:3", "Put it in quotes"),
                bad(
                        "pattern bomb",
                        HEAD + "parameters: {p: {pattern: \"((a{999}){999}){999}\"}}\n" + STEPS + STEP,
                        "4:18",
                        "no regular expression"),
                bad("a step to itself", HEAD + STEPS + "  - {id: a, title: A, next: a}\n", "5:23", "not further down"),
                bad(
                        "steps in a circle",
                        HEAD + STEPS + "  - {id: a, title: A, next: b}\n  - {id: b, title: B, next: a}\n",
                        "6:23",
                        "not further down"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void namesWhereAndWhatIsWrong(String name, String text, String place, String what) {
        Mistake first = RunbookFile.read("book.yaml", text).mistakes().get(0);

        assertThat(first.getMessage()).startsWith("book.yaml:" + place).contains(what);
        assertThat(first.getMessage()).hasSizeLessThan(400).doesNotContain("\n");
    }

    static Stream<Arguments> bytes() {
        return Stream.of(
                file("10 MB", "# a comment\n".repeat(900_000), StandardCharsets.UTF_8, "1:1", "larger than 1 MB"),
                file("NUL", HEAD + "steps: \0\n", StandardCharsets.UTF_8, "4:8", "U+0000"),
                file("bell", HEAD + "steps: a\u0007\n", StandardCharsets.UTF_8, "4:9", "U+0007"),
                file("Latin", "metadata:\n  id: x\n  title: Überlast\n", StandardCharsets.ISO_8859_1, "3:10", "UTF-8"),
                file("UTF-16", HEAD, StandardCharsets.UTF_16, "1:1", "this is UTF-16"),
                file("UTF-16LE", "\ufeff" + HEAD, StandardCharsets.UTF_16LE, "1:1", "this is UTF-16"),
                file("UTF-32", "\ufeff" + HEAD, Charset.forName("UTF-32BE"), "1:3", "UTF-8"),
                Arguments.of("cut short", new byte[] {'a', ':', '\n', ' ', (byte) 0xe2, (byte) 0x82}, "2:2", "UTF-8"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bytes")
    void namesWhereAFileIsNoText(String name, byte[] bytes, String place, String what) throws IOException {
        Path file = folder.resolve("book.yaml");
        Files.write(file, bytes);

        List<Mistake> mistakes = RunbookFile.read(file).mistakes();

        assertThat(mistakes).singleElement().satisfies(mistake -> assertThat(mistake.getMessage())
                .startsWith(file + ":" + place)
                .contains(what));
    }

    @ParameterizedTest
    @MethodSource("fine")
    void readsWhatOnlyLooksOdd(String text) {
        assertThat(RunbookFile.read("book.yaml", text).mistakes()).isEmpty();
    }

    static Stream<String> fine() {
        return Stream.of(
                "\ufeff" + HEAD + STEPS + STEP,
                (HEAD + STEPS + STEP).replace("\n", "\r\n"),
                "---\n" + HEAD + STEPS + STEP + "...\n",
                HEAD.replace("X", "Überlast \uD83D\uDD25") + STEPS + STEP,
                HEAD.replace("X", "\"5 & *all* !important\"") + STEPS + STEP,
                HEAD + STEPS + "  - {id: a, title: 'docker ps --format {{.Names}}'}\n",
                "{\"metadata\": {\"id\": \"x\", \"title\": \"X\"}, \"steps\": [{\"id\": \"a\", \"title\": \"A\"}]}");
    }

    private static Arguments bad(String name, String text, String place, String what) {
        return Arguments.of(name, text, place, what);
    }

    private static Arguments file(String name, String text, Charset charset, String place, String what) {
        return Arguments.of(name, text.getBytes(charset), place, what);
    }

    private static String many(int count, IntFunction<String> each) {
        return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining());
    }

    /** A billion laughs. */
    private static String bomb() {
        return "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
                + many(9, n -> "%c: &%c [%s]\n"
                        .formatted('b' + n, 'b' + n, ("*" + (char) ('a' + n) + ", ").repeat(10)));
    }
}
