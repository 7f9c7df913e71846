package dev.muster.scenario.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.config.shape.Mistakes;
import dev.muster.config.shape.Values;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** What the shape of a scenario cannot say: that names are there and are there once, and that an act is one. */
final class Sense {

    private static final List<String> ACTS = List.of("say", "alert", "slack");

    private final JsonNode root;
    private final Mistakes found;

    Sense(JsonNode root, Mistakes found) {
        this.root = root;
        this.found = found;
    }

    void check() {
        Set<String> cast = unique("cast");
        unique("findings");
        Set<String> injects = unique("opening", "injects");
        each("opening", (node, pointer) -> act(node, pointer, cast, injects));
        each("injects", (node, pointer) -> act(node, pointer, cast, injects));
    }

    private void act(JsonNode node, String pointer, Set<String> cast, Set<String> injects) {
        if (ACTS.stream().filter(node::has).count() != 1) {
            found.add(pointer, "one of say, alert and slack belongs here (command goes with say).");
            return;
        }
        boolean isSaid = node.has("say");
        if (isSaid && !cast.contains(Values.text(node, "from"))) {
            found.add(pointer, "`from` must name somebody of the cast: one of " + String.join(", ", cast) + ".");
        }
        if (!isSaid && (node.has("from") || node.has("command") || node.has("in"))) {
            found.add(pointer, "nobody does this: from, in and command go with say.");
        }
        Values.optional(node.path("when"), "inject")
                .filter(other -> !injects.contains(other))
                .ifPresent(other ->
                        found.add(pointer + "/when/inject", "there is no inject " + Mistakes.quoted(other) + "."));
    }

    private Set<String> unique(String... lists) {
        Set<String> taken = new HashSet<>();
        for (String list : lists) {
            each(list, (node, pointer) -> {
                if (!taken.add(Values.text(node, "id"))) {
                    found.add(pointer + "/id", "this id is taken here already. Choose another.");
                }
            });
        }
        return taken;
    }

    private void each(String list, BiConsumer<JsonNode, String> check) {
        JsonNode nodes = root.path(list);
        for (int place = 0; place < nodes.size(); place++) {
            check.accept(nodes.get(place), "/" + list + "/" + place);
        }
    }
}
