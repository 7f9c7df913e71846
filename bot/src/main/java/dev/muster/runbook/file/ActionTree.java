package dev.muster.runbook.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.config.shape.Values;
import dev.muster.incident.Role;
import dev.muster.incident.Stage;
import dev.muster.runbook.Action;
import dev.muster.runbook.Branch;
import java.util.Locale;

/** What a step does, out of a tree of values that has the shape of a step. */
final class ActionTree {

    private final JsonNode node;

    ActionTree(JsonNode node) {
        this.node = node;
    }

    Action action() {
        String kind = node.path("kind").asText("manual").toUpperCase(Locale.ROOT);
        return switch (Action.Kind.valueOf(kind)) {
            case MANUAL -> new Action.Manual();
            case CHECK -> new Action.Check();
            case DECISION -> new Action.Decision(Values.each(node.path("branches"), ActionTree::branch));
            case COMMAND -> new Action.Command(Values.texts(node, "command"), Values.optional(node, "expect_output"));
            case HTTP -> http();
            case MESSAGE -> new Action.Message(Values.texts(node, "to"), text("message"));
            case ASSIGN -> new Action.Assign(Role.valueOf(upper("assign")), Values.optional(node, "to"));
            case STAGE -> new Action.SetStage(Stage.valueOf(upper("stage")));
            case WAIT -> new Action.Wait(Values.lasting(text("wait")));
            case APPROVAL ->
                new Action.Approval(
                        Values.texts(node, "from"), node.path("not_requester").asBoolean(true));
            case RUNBOOK -> new Action.Call(text("runbook"), Values.named(node, "with"));
        };
    }

    private Action http() {
        return new Action.Http(
                node.path("method").asText("GET"),
                text("url"),
                Values.named(node, "headers"),
                Values.optional(node, "body"),
                Values.each(node.path("expect_status"), JsonNode::intValue),
                Values.optional(node, "expect_output"));
    }

    private static Branch branch(JsonNode node) {
        return new Branch(Values.text(node, "answer"), Values.optional(node, "next"), Values.optional(node, "why"));
    }

    private String text(String name) {
        return Values.text(node, name);
    }

    private String upper(String name) {
        return text(name).toUpperCase(Locale.ROOT);
    }
}
