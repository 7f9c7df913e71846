package dev.muster.integrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.desk.Execution;
import dev.muster.desk.Execution.Limits;
import dev.muster.desk.Execution.Permit;
import dev.muster.incident.Refusal;
import dev.muster.incident.Samples;
import dev.muster.runbook.Action.Command;
import dev.muster.runbook.Effect;
import dev.muster.runbook.Order;
import dev.muster.runbook.Order.Program;
import dev.muster.runbook.Outlook;
import dev.muster.runbook.Parameter;
import dev.muster.runbook.Run;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Setup;
import dev.muster.runbook.Step;
import dev.muster.runbook.Upkeep;
import dev.muster.runbook.Walking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people have put into commands to get out of them, and what programs do that mean no good. */
class CommandCorpusTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Limits LIMITS = new Limits(SOON, 64 << 10, 1L << 30, 40);

    @TempDir
    Path folder;

    private final Sandbox sandbox = new Sandbox(LIMITS);

    @BeforeEach
    void letOthersIn() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    /** Each is one word of the program, and nothing else happens. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "; touch FOLDER/out",
                "&& touch FOLDER/out",
                "| tee FOLDER/out",
                "$(touch FOLDER/out)",
                "`touch FOLDER/out`",
                "> FOLDER/out",
                "' ; touch FOLDER/out ; '",
                "\" ; touch FOLDER/out ; \"",
                "${IFS}touch${IFS}FOLDER/out",
                "%0atouch FOLDER/out",
                "\\n touch FOLDER/out",
                "*",
                "~root",
                "!!",
                "{{incident}}",
                "ünïcödé 🔥"
            })
    void givesAValueToTheProgramAsOneWordAndToNobodyElse(String template) {
        String value = template.replace("FOLDER", folder.toString());

        Effect effect = programs(".*").run((Program) order(List.of("print", "<{{word}}>"), value));

        assertThat(effect.output()).isEqualTo("<" + value + ">\n");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--output=/etc/passwd", "-rf", "-", "--", "-o ProxyCommand=sh"})
    void letsNoValueBecomeAnOption(String value) {
        assertThatThrownBy(() -> order(List.of("print", "{{word}}"), value))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("would be taken for an option");
        assertThat(order(List.of("print", "--name={{word}}"), value).text()).contains("--name=" + value.split(" ")[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../../etc/passwd", "a/../../b", "x/..", "..\\windows"})
    void letsNoValueLeadIntoAnotherFolder(String value) {
        assertThatThrownBy(() -> order(List.of("print", "/srv/{{word}}"), value))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("leads into another folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\0b", "a\tb", "a\u001b[2Jb"})
    void takesNoValueWithCharactersThatCannotBeSeen(String value) {
        Parameter parameter = parameter();

        assertThat(parameter.accepts(value)).isFalse();
        assertThatThrownBy(() -> told(List.of("print", "{{word}}"), value)).isInstanceOf(Refusal.class);
    }

    @Test
    void letsNobodyFillInTheProgramItself() {
        assertThatThrownBy(() -> order(List.of("{{word}}", "x"), "sh"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("the program itself");
    }

    @Test
    void runsNothingThatIsNotAllowedToTheLetter() {
        Programs programs = programs("[a-z]+");

        assertThat(programs.objection(program("print", "abc"))).isEmpty();
        assertThat(programs.objection(program("print", "abc", "def"))).isPresent();
        assertThat(programs.objection(program("print"))).isPresent();
        assertThat(programs.objection(program("print", "abc\n; x"))).isPresent();
        assertThat(programs.objection(program("print", "abc1"))).isPresent();
        assertThat(programs.objection(program("pint", "abc")).orElse("")).contains("print");
        assertThat(programs.objection(program("/bin/sh", "abc"))).isPresent();
        assertThat(programs.run(program("/bin/sh", "abc")).summary()).startsWith("was not begun");
    }

    @Test
    void knowsNothingOfOurEnvironmentAndHasAnEmptyFolderOfItsOwn() {
        Ended ended = sandbox.run(List.of("/bin/sh", "-c", "env | sort; pwd; ls -A; id -u"), SOON);

        List<String> lines = ended.output().lines().toList();
        assertThat(lines.stream().filter(line -> line.contains("=")).map(line -> line.split("=")[0]))
                .isSubsetOf("HOME", "LANG", "PATH", "PWD", "SHLVL", "_")
                .contains("HOME", "LANG", "PATH");
        String home = lines.stream()
                .filter(line -> line.startsWith("HOME="))
                .findFirst()
                .orElseThrow()
                .substring(5);
        assertThat(lines).contains(home);
        assertThat(Path.of(home)).doesNotExist();
        assertThat(lines.get(lines.size() - 1)).isNotEqualTo("0");
    }

    @Test
    void hasNothingToRead() {
        assertThat(sandbox.run(List.of("/bin/cat"), SOON).status()).isZero();
    }

    @Test
    void endsWhatWritesWithoutEndAndKeepsItsBeginning() {
        Ended ended =
                sandbox.run(List.of("/bin/sh", "-c", "head -c 1000000000 /dev/zero | tr '\\0' x; sleep 60"), SOON);

        assertThat(ended.cutOff().orElse("")).contains("it wrote more than 65536 bytes");
        assertThat(ended.output()).hasSize(64 << 10).startsWith("xxx");
    }

    @Test
    void endsWhatHangs() {
        Ended ended = sandbox.run(List.of("/bin/sleep", "60"), Duration.ofMillis(300));

        assertThat(ended.cutOff().orElse("")).contains("took longer");
        assertThat(ended.effect(Optional.empty()).success()).isFalse();
    }

    /** The file is written after the bot has gone on, unless whoever writes it is gone. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "trap '' TERM INT HUP; (trap '' TERM INT HUP; sleep 1; touch FILE) & sleep 60",
                "(sleep 1; touch FILE) & exit 0",
                "nohup sh -c 'sleep 1; touch FILE' > /dev/null 2>&1 & exit 0",
                "setsid sh -c 'sleep 1; touch FILE' > /dev/null 2>&1 & exit 0",
                "(setsid sh -c '(setsid sh -c \"sleep 1; touch FILE\" &) ; exit 0' &) ; sleep 0.2; exit 0"
            })
    void leavesNobodyBehind(String script) throws InterruptedException {
        Path file = folder.resolve("late");

        sandbox.run(List.of("/bin/sh", "-c", script.replace("FILE", file.toString())), Duration.ofMillis(500));

        Thread.sleep(1500);
        assertThat(file).doesNotExist();
        assertThat(ours(folder.toString())).isEmpty();
    }

    @Test
    void boundsHowManyThereAre() {
        assumeTrue(sandbox.boundsProcesses());
        String bomb = "b() { b | b & }; b; sleep 2; echo over";

        Ended ended = sandbox.run(List.of("/bin/bash", "-c", bomb), Duration.ofSeconds(4));

        assertThat(ended.output()).contains("Resource temporarily unavailable");
        assertThat(ours("b() {")).isEmpty();
        assertThat(sandbox.run(List.of("/bin/echo", "well"), SOON))
                .extracting(Ended::status, Ended::output)
                .containsExactly(0, "well\n");
    }

    @Test
    void boundsItsMemory() {
        assumeTrue(sandbox.boundsProcesses());

        Ended ended = sandbox.run(
                List.of("/bin/bash", "-c", "x=$(head -c 3000000000 /dev/zero | tr '\\0' x); echo ${#x}"), SOON);

        assertThat(ended.effect(Optional.empty()).success()).isFalse();
        assertThat(ended.output()).doesNotContain("3000000000");
    }

    @Test
    void takesColoursAndWhatTurnsLinesRoundOutOfWhatIsSaid() {
        Ended ended =
                sandbox.run(List.of("/usr/bin/printf", "\\033[31mred\\033[0m\\a \\342\\200\\256evil\\r\\nok\\n"), SOON);

        assertThat(ended.output()).isEqualTo("red\ufffd \ufffdevil\nok\n");
    }

    @Test
    void saysWhatDidNotComeAsExpected() {
        assertThat(sandbox.run(List.of("/bin/echo", "all is well"), SOON)
                        .effect(Optional.of("is well"))
                        .success())
                .isTrue();
        assertThat(sandbox.run(List.of("/bin/echo", "all is ill"), SOON)
                        .effect(Optional.of("is well"))
                        .summary())
                .contains("does not contain “is well”");
        assertThat(sandbox.run(List.of("/bin/false"), SOON)
                        .effect(Optional.empty())
                        .summary())
                .contains("exit status 1");
        assertThat(sandbox.run(List.of("/there/is/none"), SOON)
                        .effect(Optional.empty())
                        .success())
                .isFalse();
    }

    private static List<String> ours(String mark) {
        List<String> found = new ArrayList<>();
        ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .forEach(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(mark))
                        .ifPresent(found::add));
        return found;
    }

    /** A program that says its only word. */
    private Programs programs(String pattern) {
        try {
            Path print = folder.resolveSibling(folder.getFileName() + "-print");
            Files.writeString(print, "#!/bin/sh\nprintf '%s\\n' \"$1\"\n");
            Files.setPosixFilePermissions(print, PosixFilePermissions.fromString("rwxr-xr-x"));
            Execution execution = new Execution(
                    true,
                    List.of(new Permit("print", print, List.of("(?s)" + pattern))),
                    Set.of(),
                    Set.of(),
                    Duration.ofMinutes(1),
                    LIMITS);
            return new Programs(execution, sandbox);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Program program(String... words) {
        return new Program(List.of(words), Optional.empty(), Optional.empty());
    }

    /** As it comes of a run that was told the value, whatever its parameter accepts. */
    private static Order order(List<String> command, String value) {
        Outlook outlook = told(command, value);
        outlook.objection().ifPresent(why -> {
            throw new Refusal(why);
        });
        return outlook.order().orElseThrow();
    }

    private static Outlook told(List<String> command, String value) {
        Step step =
                new Step("act", "Act", new Command(command), "", Optional.empty(), Optional.empty(), Optional.empty());
        Runbook book = new Runbook(
                "book",
                "0123456789ab",
                "Book",
                List.of(),
                List.of(),
                List.of(step),
                Upkeep.UNKNOWN,
                List.of(),
                List.of(parameter()));
        Run run = Walking.start(Samples.opened(), 1, book, Setup.of(Map.of("word", value)), Samples.ANN, Samples.NOW)
                .run();
        return Outlook.of(Samples.opened(), run, book, step);
    }

    private static Parameter parameter() {
        return new Parameter(
                "word", Parameter.Type.TEXT, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }
}
