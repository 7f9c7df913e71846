package dev.muster.workspace.deed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Ids;
import dev.muster.workspace.state.Notice;
import dev.muster.workspace.state.Views;
import dev.muster.workspace.state.World;
import java.util.List;
import java.util.Optional;

/** Opens forms before people, changes them and closes them. */
public final class ViewDesk {
    private final World world;

    public ViewDesk(World world) {
        this.world = world;
    }

    public ObjectNode open(String user, JsonNode view) {
        Checks.view(view, "modal");
        requireFreeExternalId(view, "");
        world.views().clear(user);
        return put(user, built(view, Optional.empty()));
    }

    public ObjectNode push(String user, JsonNode view) {
        Checks.view(view, "modal");
        requireFreeExternalId(view, "");
        List<ObjectNode> stack = world.views().stack(user);
        if (stack.isEmpty()) {
            throw new Refusal("not_found");
        }
        if (stack.size() >= Views.DEPTH) {
            throw new Refusal("push_limit_reached");
        }
        return put(user, built(view, Optional.of(stack)));
    }

    private ObjectNode put(String user, ObjectNode view) {
        world.views().push(user, view);
        ring(Notice.Kind.VIEWS, user);
        return view;
    }

    private void requireFreeExternalId(JsonNode view, String except) {
        boolean taken = Json.text(view, "external_id")
                .flatMap(id -> world.views().findExternal(id))
                .filter(found -> !found.path("id").asText().equals(except))
                .isPresent();
        if (taken) {
            throw new Refusal("duplicate_external_id");
        }
    }

    private ObjectNode built(JsonNode given, Optional<List<ObjectNode>> below) {
        ObjectNode view = Json.object().put("id", Ids.next("V")).put("team_id", App.TEAM);
        fill(view, given);
        view.putNull("previous_view_id").put("root_view_id", view.path("id").asText());
        below.ifPresent(stack -> {
            view.put("previous_view_id", stack.get(stack.size() - 1).path("id").asText());
            view.put("root_view_id", stack.get(0).path("id").asText());
        });
        return view.put("app_id", App.APP_ID)
                .put("app_installed_team_id", App.TEAM)
                .put("bot_id", App.BOT_ID);
    }

    private static void fill(ObjectNode view, JsonNode given) {
        view.setAll((ObjectNode) given.deepCopy());
        view.set("blocks", Blocks.completed(given.path("blocks")));
        for (String text : List.of("private_metadata", "callback_id", "external_id")) {
            view.put(text, given.path(text).asText(""));
        }
        for (String words : List.of("title", "submit", "close")) {
            view.set(words, given.path(words).isObject() ? given.path(words).deepCopy() : null);
        }
        for (String flag : List.of("clear_on_close", "notify_on_close")) {
            view.put(flag, given.path(flag).asBoolean());
        }
        view.put("hash", Ids.secret()).withObject("/state").withObject("/values");
    }

    /** Puts new content into an open view; what was typed stays where block and action are the same. */
    public ObjectNode update(ObjectNode view, JsonNode given, Optional<String> hash) {
        Checks.view(given, view.path("type").asText());
        String id = view.path("id").asText();
        requireFreeExternalId(given, id);
        if (hash.isPresent() && !hash.get().equals(view.path("hash").asText())) {
            throw new Refusal("hash_conflict");
        }
        fill(view, given);
        keepState(view);
        world.views().owner(id).ifPresent(user -> ring(kind(view), user));
        return view;
    }

    private static void keepState(ObjectNode view) {
        ObjectNode values = view.withObject("/state").withObject("/values");
        ObjectNode kept = Json.object();
        for (Blocks.Place place : Blocks.places(view.path("blocks"))) {
            String action = place.element().path("action_id").asText();
            JsonNode value = values.path(place.blockId()).path(action);
            if (!value.isMissingNode()) {
                kept.withObjectProperty(place.blockId()).set(action, value);
            }
        }
        view.withObject("/state").set("values", kept);
    }

    public ObjectNode publish(String user, JsonNode given, Optional<String> hash) {
        Optional<ObjectNode> present = world.views().home(user);
        if (present.isPresent()) {
            return update(present.get(), given, hash);
        }
        Checks.view(given, "home");
        ObjectNode view = built(given, Optional.empty());
        world.views().home(user, view);
        ring(Notice.Kind.HOME, user);
        return view;
    }

    public void close(String user, String viewId) {
        world.views().remove(user, viewId);
        ring(Notice.Kind.VIEWS, user);
    }

    public void closeAll(String user) {
        world.views().clear(user);
        ring(Notice.Kind.VIEWS, user);
    }

    private static Notice.Kind kind(JsonNode view) {
        return view.path("type").asText().equals("home") ? Notice.Kind.HOME : Notice.Kind.VIEWS;
    }

    private void ring(Notice.Kind kind, String user) {
        world.bell().ring(Notice.of(kind, user));
    }
}
