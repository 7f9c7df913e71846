package dev.muster.runbook.file;

import com.fasterxml.jackson.databind.JsonNode;
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
            case DECISION -> new Action.Decision(Tree.each(node.path("branches"), ActionTree::branch));
            case COMMAND -> new Action.Command(Tree.texts(node, "command"), Tree.optional(node, "expect_output"));
            case HTTP -> http();
            case MESSAGE -> new Action.Message(Tree.texts(node, "to"), text("message"));
            case ASSIGN -> new Action.Assign(Role.valueOf(upper("assign")), Tree.optional(node, "to"));
            case STAGE -> new Action.SetStage(Stage.valueOf(upper("stage")));
            case WAIT -> new Action.Wait(Tree.lasting(text("wait")));
            case APPROVAL ->
                new Action.Approval(
                        Tree.texts(node, "from"), node.path("not_requester").asBoolean(true));
            case RUNBOOK -> new Action.Call(text("runbook"), Tree.named(node, "with"));
        };
    }

    private Action http() {
        return new Action.Http(
                node.path("method").asText("GET"),
                text("url"),
                Tree.named(node, "headers"),
                Tree.optional(node, "body"),
                Tree.each(node.path("expect_status"), JsonNode::intValue),
                Tree.optional(node, "expect_output"));
    }

    private static Branch branch(JsonNode node) {
        return new Branch(Tree.text(node, "answer"), Tree.optional(node, "next"), Tree.optional(node, "why"));
    }

    private String text(String name) {
        return Tree.text(node, name);
    }

    private String upper(String name) {
        return text(name).toUpperCase(Locale.ROOT);
    }
}
