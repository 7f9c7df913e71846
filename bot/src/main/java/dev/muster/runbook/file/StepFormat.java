package dev.muster.runbook.file;

import static dev.muster.config.shape.Key.needed;
import static dev.muster.config.shape.Key.of;

import dev.muster.config.shape.Fields;
import dev.muster.config.shape.Flag;
import dev.muster.config.shape.Items;
import dev.muster.config.shape.Key;
import dev.muster.config.shape.Named;
import dev.muster.config.shape.Sorts;
import dev.muster.config.shape.Text;
import dev.muster.config.shape.Texts;
import dev.muster.config.shape.Whole;
import dev.muster.incident.Stage;
import dev.muster.runbook.Action.Kind;
import dev.muster.runbook.Care;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The format of a step: the keys that all have, and those of each kind. */
final class StepFormat {

    static final int MOST = 200;

    private static final List<Stage> STAGES =
            List.of(Stage.INVESTIGATING, Stage.IDENTIFIED, Stage.MITIGATING, Stage.MONITORING, Stage.RESOLVED);

    static final Fields COMMON = Fields.of(
            needed("id", Texts.ID, "Unique in the runbook, and not `end`"),
            needed("title", Text.LINE, "A short imperative; for a decision, the question"),
            of("kind", Text.oneOf(List.of(Kind.values())), "What sort of step it is; `manual` if left out"),
            of("text", Text.ANY, "What to do, in Slack's Markdown: `*bold*`, `` `code` ``, lists with `- `"),
            of("why", Text.ANY, "Why it works, or why it matters"),
            of("role", Texts.ROLE, "Who does it: `ic`, `tech` or `comms`; anyone if left out"),
            of("time_limit", Texts.LASTING, "How long it may take"),
            of(
                    "on_failure",
                    Text.oneOf(List.of(Care.Failure.values())),
                    "How it goes on after a failure: `stop`, `continue`, or `ask` if left out"),
            of("roll_back", Text.ANY, "The way back"),
            of("remind_after", Texts.LASTING, "How long to wait for people before they are asked again"));

    static final Fields BRANCH = Fields.of(
            needed("answer", Text.LINE, "One answer, as on a button"),
            of("next", Texts.ID, "The step that it leads to, further down, or `end`; the step below if left out"),
            of("why", Text.ANY, "What speaks for this answer"));

    static final Sorts STEP = new Sorts("kind", Kind.MANUAL.toString(), sorts());

    private StepFormat() {}

    /** What a sort of step has beside the common keys. */
    static Fields own(Kind kind) {
        return switch (kind) {
            case MANUAL, CHECK -> Fields.of(expect(), next());
            case DECISION ->
                Fields.of(needed("branches", new Items(BRANCH, 2, 10), "The answers, and where each leads"));
            case COMMAND ->
                Fields.of(
                        needed(
                                "command",
                                Items.some(Text.LINE),
                                "The program, and each word that it is given by itself; no shell"),
                        expectOutput(),
                        expect(),
                        next());
            case HTTP -> http();
            case MESSAGE ->
                Fields.of(
                        needed("message", Text.ANY, "What is said"),
                        of("to", Items.some(Text.LINE), "#channels and @people; the incident's channel if left out"),
                        next());
            case ASSIGN ->
                Fields.of(
                        needed("assign", Texts.ROLE, "The role that is given"),
                        of("to", Text.LINE, "To whom; whoever takes it if left out"),
                        next());
            case STAGE -> Fields.of(needed("stage", Text.oneOf(STAGES), "The stage that is reached"), next());
            case WAIT -> Fields.of(needed("wait", Texts.LASTING, "How long"), next());
            case APPROVAL -> approval();
            case RUNBOOK ->
                Fields.of(
                        needed("runbook", Texts.ID, "The runbook that is walked through before it goes on here"),
                        of("with", new Named(Texts.NAME, Text.LINE), "What its parameters are given"),
                        next());
        };
    }

    private static Fields http() {
        return Fields.of(
                needed(
                        "url",
                        Text.of("(?:https?://|\\{\\{)[^ \\t\\r\\n]+", "is no address that begins with https://"),
                        "What is called"),
                of("method", Text.oneOf(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")), "GET if left out"),
                of("headers", new Named(Text.of("[A-Za-z0-9-]{1,60}", "is no header"), Text.LINE), "By their names"),
                of("body", Text.ANY, "What is sent"),
                of("expect_status", Items.some(new Whole(100, 599)), "What means success; 200 to 299 if left out"),
                expectOutput(),
                expect(),
                next());
    }

    private static Fields approval() {
        return Fields.of(
                needed("from", Items.some(Text.LINE), "Roles, @people and @groups, any of whom may approve"),
                of(
                        "not_requester",
                        new Flag(),
                        "Whether it must be another than who started the run; true if left out"),
                next());
    }

    private static Key expectOutput() {
        return of("expect_output", Text.LINE, "What must stand in what comes of it, else it failed");
    }

    private static Key expect() {
        return of("expect", Text.ANY, "What should be seen when all is well");
    }

    private static Key next() {
        return of("next", Texts.ID, "The step that comes after it, further down, or `end`; the one below if left out");
    }

    private static Map<String, Fields> sorts() {
        Map<String, Fields> sorts = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            sorts.put(kind.toString(), COMMON.and(own(kind)));
        }
        return sorts;
    }
}
