package dev.muster.workspace.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.World;
import java.util.Optional;

/** Writes what the bot is told when somebody uses it. */
final class Payloads {
    private final World world;
    private final String baseUrl;

    Payloads(World world, String baseUrl) {
        this.world = world;
        this.baseUrl = baseUrl;
    }

    /** What all interactions have in common, with a new trigger. */
    ObjectNode interaction(String type, String user) {
        ObjectNode payload = Json.object().put("type", type).put("token", "local");
        payload.set("user", user(user));
        payload.set("team", team());
        payload.put("api_app_id", App.APP_ID).putNull("enterprise");
        payload.put("is_enterprise_install", false);
        return payload.put("trigger_id", world.triggers().issue(user));
    }

    private ObjectNode user(String id) {
        String handle = world.directory().get(id).handle();
        return Json.object()
                .put("id", id)
                .put("username", handle)
                .put("name", handle)
                .put("team_id", App.TEAM);
    }

    private static ObjectNode team() {
        return Json.object().put("id", App.TEAM).put("domain", App.DOMAIN);
    }

    ObjectNode channel(Channel channel) {
        return Json.object().put("id", channel.id()).put("name", name(channel));
    }

    private static String name(Channel channel) {
        return switch (channel.kind()) {
            case IM -> "directmessage";
            case PRIVATE -> "privategroup";
            default -> channel.name();
        };
    }

    ObjectNode command(String command, String text, Channel channel, String user) {
        ObjectNode fields = Json.object().put("token", "local").put("team_id", App.TEAM);
        fields.put("team_domain", App.DOMAIN).put("channel_id", channel.id());
        fields.put("channel_name", name(channel)).put("user_id", user);
        fields.put("user_name", world.directory().get(user).handle());
        fields.put("command", command).put("text", text).put("api_app_id", App.APP_ID);
        fields.put("is_enterprise_install", "false");
        fields.put("response_url", responseUrl(channel, user, Optional.empty()));
        return fields.put("trigger_id", world.triggers().issue(user));
    }

    String responseUrl(Channel channel, String user, Optional<String> original) {
        return baseUrl + "response/" + world.responseUrls().issue(channel.id(), user, original);
    }

    /** The action itself, with what was chosen in it. */
    ObjectNode action(JsonNode element, String blockId, JsonNode chosen) {
        ObjectNode action = Json.object().put("type", element.path("type").asText());
        action.put("action_id", element.path("action_id").asText()).put("block_id", blockId);
        for (String field : new String[] {"text", "value", "style", "url", "placeholder", "confirm"}) {
            if (element.has(field)) {
                action.set(field, element.get(field));
            }
        }
        chosen.properties().stream()
                .filter(field -> !action.has(field.getKey()))
                .forEach(field -> action.set(field.getKey(), field.getValue()));
        return action.put("action_ts", world.stamps().next());
    }
}
