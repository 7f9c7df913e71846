package dev.muster.workspace.deed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.Message;
import dev.muster.workspace.state.Notice;
import dev.muster.workspace.state.World;
import java.util.List;

/** What becomes of files once they are shared. */
public final class FileDesk {
    private final World world;
    private final Announcer announcer;

    public FileDesk(World world, Announcer announcer) {
        this.world = world;
        this.announcer = announcer;
    }

    /** As it stands in a message: of a stranger's file only that files.info may be asked about it. */
    public ObjectNode inMessage(ObjectNode file, String user) {
        if (!world.directory().get(user).stranger()) {
            return file.deepCopy();
        }
        ObjectNode stub = Json.object().put("id", file.path("id").asText());
        return stub.put("mode", "file_access").put("file_access", "check_file_info");
    }

    public ObjectNode get(String fileId) {
        return world.files()
                .find(fileId)
                .orElseThrow(() -> new Refusal(world.files().isDeleted(fileId) ? "file_deleted" : "file_not_found"));
    }

    /** Takes it away for good; each message that shared it keeps a stone in its place. */
    public void delete(String fileId, String user) {
        ObjectNode file = get(fileId);
        if (!file.path("user").asText().equals(user)) {
            throw new Refusal("cant_delete_file");
        }
        List<String> channels = Json.texts(file.path("channels"));
        world.files().delete(fileId);
        List<Channel> places = channels.stream()
                .flatMap(id -> world.channels().find(id).stream())
                .toList();
        places.forEach(place -> bury(place, fileId));
        ObjectNode event = announcer.event("file_deleted").put("file_id", fileId);
        event.set("channel_ids", Json.strings(channels));
        places.stream().filter(Channel::hasBot).findFirst().ifPresent(place -> announcer.tell(place, event));
    }

    private void bury(Channel channel, String fileId) {
        for (Message message : world.messages().all(channel.id())) {
            if (bury(message.json().path("files"), fileId)) {
                announcer.ring(Notice.message(Notice.Kind.MESSAGE_CHANGED, channel.id(), message.ts()));
            }
        }
    }

    private static boolean bury(JsonNode files, String fileId) {
        for (int i = 0; i < files.size(); i++) {
            if (files.path(i).path("id").asText().equals(fileId)) {
                ((ArrayNode) files).set(i, Json.object().put("id", fileId).put("mode", "tombstone"));
                return true;
            }
        }
        return false;
    }
}
