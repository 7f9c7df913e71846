package dev.muster.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbook.Action;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Step;
import dev.muster.runbook.file.RunbookFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunbookJsonTest {

    /** As it was written down when a step was something to do or something to look at, and nothing else. */
    private static final String OLD =
            """
            {"id":"disk","version":"aaaaaaaaaaaa","title":"Disk","owners":["@sre"],"tags":[],"steps":[
            {"id":"look","title":"Look","kind":"CHECK","text":"df","expect":"green","why":null,"role":"tech"},
            {"id":"clean","title":"Clean","kind":"MANUAL","text":"","expect":null,"why":null,"role":null}]}
            """;

    private static final String EVERY_SORT =
            """
            metadata: {id: x, title: X, contacts: ["@y"], reviewed: 2026-11-20, review_every: 180d}
            when: [{severity: [sev1], alert: {name: x}}]
            parameters: {host: {pattern: "[a-z]+", default: a}}
            steps:
              - {id: a, title: A, kind: decision, branches: [{answer: "Yes"}, {answer: "No", next: end}]}
              - {id: b, title: B, kind: command, command: [ls, "{{host}}"], time_limit: 1m, roll_back: undo}
              - {id: c, title: C, kind: http, url: "https://x.example", headers: {A: b}, expect_status: [200]}
              - {id: d, title: D, kind: message, message: hello, to: ["#x"]}
              - {id: e, title: E, kind: assign, assign: tech}
              - {id: f, title: F, kind: stage, stage: mitigating}
              - {id: g, title: G, kind: wait, wait: 5m}
              - {id: h, title: H, kind: approval, from: [ic]}
              - {id: i, title: I, kind: runbook, runbook: y, with: {zone: a}, next: end}
            """;

    @Test
    void readsAVersionThatWasKeptBeforeThereWereMoreThanTwoKinds() {
        assertThat(RunbookJson.read(OLD))
                .isEqualTo(new Runbook(
                        "disk",
                        "aaaaaaaaaaaa",
                        "Disk",
                        List.of("@sre"),
                        List.of(),
                        List.of(
                                new Step(
                                        "look",
                                        "Look",
                                        new Action.Check(),
                                        "df",
                                        Optional.of("green"),
                                        Optional.empty(),
                                        Optional.of("tech")),
                                new Step(
                                        "clean",
                                        "Clean",
                                        new Action.Manual(),
                                        "",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()))));
    }

    @Test
    void bringsBackEverySortOfStep() {
        Runbook book = RunbookFile.read("x.yaml", EVERY_SORT).book().orElseThrow();

        String written = StateJson.write(book);

        assertThat(RunbookJson.read(written)).isEqualTo(book);
        for (Action.Kind kind : Action.Kind.values()) {
            if (kind != Action.Kind.MANUAL && kind != Action.Kind.CHECK) {
                assertThat(written).contains("\"action\":{\"kind\":\"" + kind + "\"");
            }
        }
    }
}
