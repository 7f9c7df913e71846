package dev.muster.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.Databases;
import dev.muster.testing.Shell;
import dev.muster.testing.Shell.Outcome;
import dev.muster.testing.Toolbox;
import dev.muster.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever keeps runbooks types on the command line, and how it ends. */
class RunbookCommandsTest {

    private static final String TALLY =
            """
            metadata: {id: tally, title: Count a host}
            parameters: {host: {pattern: "[a-z0-9-]+"}}
            steps:
              - {id: good, title: "Count {{host}}", kind: command, command: [tally, "{{host}}"], expect_output: counted}
              - {id: bad, title: "Fail at {{host}}", kind: command, command: [fail]}
              - {id: other, title: Not allowed, kind: command, command: [rm, -rf, /]}
            """;

    @TempDir
    Path folder;

    @TempDir
    Path box;

    private final Workspace workspace = Workspace.builder().start();
    private Path books;
    private Toolbox tools;

    @BeforeEach
    void write() throws IOException {
        books = Files.createDirectory(folder.resolve("books"));
        Files.writeString(books.resolve("tally.yaml"), TALLY);
        tools = new Toolbox(box)
                .with("tally", List.of("[a-z0-9-]+"), "echo counted \"$1\"")
                .with("fail", List.of(), "echo it is broken; exit 4");
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void triesOutEachStepWhereNothingCanBreakAndKeepsWhatCameOfIt() throws IOException {
        Outcome tried = shell(Map.of()).run("runbook", "test", "tally", "--set", "host=web-1");

        assertThat(tried.status()).isEqualTo(1);
        assertThat(tried.said())
                .contains("did not pass", "ok        good: exit status 0", "failed    bad: exit status 4")
                .contains("> it is broken", "not tried other: the settings allow no program `rm`");
        assertThat(tools.runs("tally")).containsExactly("web-1");
        assertThat(shell(Map.of()).run("runbook", "list").ok()).contains("never run; failed its test on 20");

        Files.writeString(
                books.resolve("tally.yaml"), TALLY.lines().limit(4).reduce("", (all, line) -> all + line + "\n"));
        Outcome again = shell(Map.of()).run("runbook", "test", "tally", "--set", "host=web-1");
        assertThat(again.ok()).contains("passed");
        assertThat(shell(Map.of()).run("runbook", "list").ok()).contains("; tested on 20");
        assertThat(shell(Map.of()).run("runbook", "lint", "--used").said()).doesNotContain("not-used");
    }

    @Test
    void runsNothingUnlessItIsAllowedAndNothingWhenItOnlyTells() {
        Outcome refused =
                shell(Map.of("MUSTER_EXECUTION_TEST_ENABLED", "false")).run("runbook", "test", "tally");
        Outcome told = shell(Map.of()).run("runbook", "test", "tally", "--dry-run", "--set", "host=web-1");
        Outcome unknown = shell(Map.of()).run("runbook", "test", "tallly");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.said()).contains("execution.test.enabled", "nothing was run", "--dry-run");
        assertThat(told.ok()).contains("runs the command [tally] [web-1]");
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(tools.runs("tally")).isEmpty();
    }

    @Test
    void asksSlackWhetherThoseAreThereWhomRunbooksName() throws IOException {
        workspace.usergroup("dba", "Databases", "cleo");
        Files.writeString(
                books.resolve("named.yaml"),
                """
                metadata: {id: named, title: Named, owners: ["@dev", "@dba"], contacts: ["#general", "@nobody", "#nowhere"]}
                steps: [{id: a, title: b}]
                """);

        String asked = shell(Map.of()).run("runbook", "lint", "--contacts").said();
        String silent = shell(Map.of()).run("runbook", "lint").said();
        Outcome unanswered = shell(Map.of("SLACK_BOT_TOKEN", "xoxb-revoked")).run("runbook", "lint", "--contacts");

        assertThat(asked).contains("there is no @nobody in Slack", "there is no #nowhere in Slack");
        assertThat(asked.split("in Slack", -1)).hasSize(3);
        assertThat(silent).doesNotContain("in Slack");
        assertThat(unanswered.status()).isEqualTo(1);
        assertThat(unanswered.said())
                .contains("--contacts: Slack refused users.list")
                .doesNotContain("Refused:");
    }

    @Test
    void namesTheFileTheLineAndTheColumnOfAMistakeAndEndsAccordingly() throws IOException {
        Files.writeString(
                books.resolve("broken.yaml"), "metadata: {id: broken, titel: Broken}\nsteps: [{id: a, title: b}]\n");

        Outcome lint = shell(Map.of())
                .run("runbook", "lint", books.resolve("broken.yaml").toString());
        Outcome list = shell(Map.of()).run("runbook", "list");
        Outcome nothing = shell(Map.of()).run("runbook", "lint", "no-such-folder");

        assertThat(lint.status()).isEqualTo(1);
        assertThat(lint.said()).contains("broken.yaml:1:", "Did you mean");
        assertThat(list.status()).isEqualTo(1);
        assertThat(list.said()).contains("tally", "broken.yaml:1:");
        assertThat(nothing.status()).isEqualTo(2);
    }

    @Test
    void showsARunbookAndWhatChangedSinceAnotherVersion() throws IOException {
        Outcome none = shell(Map.of()).run("runbook", "diff", "tally");
        Outcome shown = shell(Map.of()).run("runbook", "show", "tally");
        Outcome unknown = shell(Map.of()).run("runbook", "show", "tallly");

        assertThat(none.status()).isEqualTo(1);
        assertThat(none.said()).contains("nothing to compare");
        assertThat(shown.ok()).contains("# Count a host", "Parameter host", "Version ");
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.said()).contains("Did you mean");
    }

    private Shell shell(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(tools.settings(more));
        settings.put("MUSTER_RUNBOOKS", books.toString());
        return new Shell(workspace, Databases.sqlite(folder), settings);
    }
}
