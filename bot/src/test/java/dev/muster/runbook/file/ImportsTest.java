package dev.muster.runbook.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.config.Mistake;
import dev.muster.runbook.Action;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Step;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportsTest {

    private static final String MARKDOWN =
            """
            # Disk full #
            Some words before.

            ## First
            - [ ] Look at the nodes
              `df -h`
              - not /tmp
            - [x] Clean: "up" & go
              ```
            - not an item
              ```
            1. Look at the nodes
            * End
            """;

    private static final String PLAYBOOK =
            """
            {"version":1,"title":"Outage","checklists":[
              {"title":"Triage","items":[
                {"title":"Page","command":"/page @oncall","description":"Wake them","due_date":3600000},
                {"title":"","command":"","description":""}]},
              {"title":"Fix","items":[{"title":"Yes","description":"{{.Names}}\\nand more"}]}],
             "reminder_timer_default_seconds":3600,"retrospective_enabled":true}
            """;

    @Test
    void makesAStepOfEachItemOfAChecklist() {
        Runbook book = imported("list.md", MARKDOWN);

        assertThat(book.id()).isEqualTo("disk-full");
        assertThat(book.title()).isEqualTo("Disk full");
        assertThat(book.steps())
                .extracting(Step::id)
                .containsExactly("look-at-the-nodes", "clean-up-go", "look-at-the-nodes-2", "end-2");
        assertThat(book.steps())
                .extracting(Step::text)
                .containsExactly("`df -h`\n- not /tmp\n", "```\n- not an item\n  ```\n", "", "");
        assertThat(book.step("clean-up-go").title()).isEqualTo("Clean: \"up\" & go");
    }

    @Test
    void makesAStepOfEachItemOfAPlaybookAndRunsNoneOfItsCommands() {
        Runbook book = imported("playbook.json", PLAYBOOK);

        assertThat(book.title()).isEqualTo("Outage");
        assertThat(book.steps()).extracting(Step::title).containsExactly("Page", "Step", "Yes");
        assertThat(book.steps()).extracting(Step::action).containsOnly(new Action.Manual());
        assertThat(book.steps())
                .extracting(Step::text)
                .containsExactly(
                        "*Triage*\nWake them\nIn Mattermost: `/page @oncall`\n",
                        "*Triage*\n",
                        "*Fix*\n{{.Names}}\nand more\n");
    }

    @Test
    void takesTheIdThatIsGiven() {
        assertThat(Imports.read("a.md", "- do\n", Optional.of("mine"))).contains("id: mine", "title: Imported");
    }

    @ParameterizedTest
    @CsvSource({
        "a.md, 'only words', 'a.md: there is nothing to do in it: no item of a list that could be a step.'",
        "a.json, '{\"checklists\":[]}', 'a.json: there is nothing to do in it: no item of a list that could be a step.'",
        "a.json, '{\"title\": ', 'a.json:1:11: this is not valid JSON.'"
    })
    void saysWhyThereIsNothingToImport(String name, String text, String what) {
        assertThatThrownBy(() -> Imports.read(name, text, Optional.empty()))
                .isInstanceOf(Mistake.class)
                .hasMessage(what);
    }

    private static Runbook imported(String name, String text) {
        Written written = RunbookFile.read("imported.yaml", Imports.read(name, text, Optional.empty()));
        assertThat(written.mistakes()).isEmpty();
        return written.book().orElseThrow();
    }
}
