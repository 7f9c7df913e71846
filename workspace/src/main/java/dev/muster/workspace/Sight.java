package dev.muster.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.ChannelJson;
import dev.muster.workspace.state.Ephemerals;
import dev.muster.workspace.state.Row;
import dev.muster.workspace.state.World;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at everything, and gives only copies away. */
final class Sight {
    private final World world;

    Sight(World world) {
        this.world = world;
    }

    List<JsonNode> messages(String channel) {
        return world.locked(() -> world.channels().findAny(channel).stream()
                .flatMap(found -> world.messages().all(found.id()).stream()
                        .map(message -> (JsonNode) world.messages().shown(found, message, true)))
                .toList());
    }

    Optional<JsonNode> message(String channel, String ts) {
        return world.locked(() -> world.channels().findAny(channel).flatMap(found -> world.messages()
                .find(found.id(), ts)
                .map(message -> (JsonNode) world.messages().shown(found, message, true))));
    }

    Optional<JsonNode> channel(String nameOrId) {
        return world.locked(() -> world.channels().findAny(nameOrId).map(this::described));
    }

    List<JsonNode> channels() {
        return world.locked(() -> world.channels().all().stream()
                .filter(channel -> !channel.isDirect())
                .map(this::described)
                .toList());
    }

    /** As the bot sees it, and with its members, pins and bookmarks. */
    private JsonNode described(Channel channel) {
        ObjectNode json = ChannelJson.of(channel, App.BOT_USER);
        json.set("members", Json.strings(channel.members()));
        json.set("pins", Json.strings(channel.pins()));
        return json.set("bookmarks", Json.nodes(channel.bookmarks().values()).deepCopy());
    }

    List<JsonNode> dms(String user) {
        Set<String> both = Set.of(user, App.BOT_USER);
        return world.locked(() -> world.channels().findDirect(both))
                .map(channel -> messages(channel.id()))
                .orElse(List.of());
    }

    List<JsonNode> ephemerals(String reader) {
        return world.locked(() ->
                world.ephemerals().of(reader).stream().map(Sight::whispered).toList());
    }

    private static JsonNode whispered(Ephemerals.Whisper whisper) {
        return whisper.json().deepCopy().put("channel", whisper.channel());
    }

    List<JsonNode> openViews(String user) {
        return world.locked(() -> Json.copies(world.views().stack(user)));
    }

    Optional<JsonNode> home(String user) {
        return world.locked(() -> world.views().home(user).map(view -> (JsonNode) view.deepCopy()));
    }

    Optional<byte[]> file(String fileId) {
        return world.locked(() -> world.files().content(fileId));
    }

    List<Call> calls() {
        return rows().stream().filter(row -> row.kind().fromBot()).map(Call::of).toList();
    }

    List<Push> pushes() {
        return rows().stream()
                .filter(row -> !row.kind().fromBot())
                .map(Push::of)
                .toList();
    }

    private Collection<Row> rows() {
        return world.traffic().rows();
    }
}
