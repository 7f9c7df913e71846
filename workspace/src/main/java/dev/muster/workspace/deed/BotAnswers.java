package dev.muster.workspace.deed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.Ephemerals.Whisper;
import dev.muster.workspace.state.Message;
import dev.muster.workspace.state.ResponseUrls.Grant;
import dev.muster.workspace.state.World;
import java.util.Optional;

/** Shows what the bot answers to a command or says through a response URL. */
public final class BotAnswers {
    private final World world;
    private final Posting posting;

    public BotAnswers(World world, Posting posting) {
        this.world = world;
        this.posting = posting;
    }

    public void show(Grant grant, JsonNode answer) {
        Channel channel = world.channels().find(grant.channel()).orElseThrow(() -> new Refusal("channel_not_found"));
        if (answer.path("delete_original").asBoolean()) {
            original(grant).ifPresent(original -> delete(channel, original));
            return;
        }
        Draft draft = draft(answer);
        if (answer.path("replace_original").asBoolean() && replaced(channel, grant, draft)) {
            return;
        }
        say(channel, grant, answer, draft);
    }

    private static Draft draft(JsonNode answer) {
        String text = Mrkdwn.written(answer.path("text").asText(""));
        Optional<JsonNode> blocks = Optional.of(answer.path("blocks")).filter(JsonNode::isArray);
        Optional<JsonNode> attachments = Optional.of(answer.path("attachments")).filter(JsonNode::isArray);
        blocks.ifPresent(Checks::blocks);
        attachments.ifPresent(Checks::attachments);
        if (text.isEmpty() && blocks.isEmpty() && attachments.isEmpty()) {
            throw new Refusal("no_text");
        }
        Draft draft = Draft.of(App.BOT_USER, text)
                .in(Json.text(answer, "thread_ts"), false)
                .blocks(blocks);
        attachments.ifPresent(given -> draft.with("attachments", given));
        return draft;
    }

    private Optional<Object> original(Grant grant) {
        return grant.originalTs().flatMap(ts -> world.messages()
                .find(grant.channel(), ts)
                .<Object>map(found -> found)
                .or(() -> world.ephemerals().find(grant.channel(), ts)));
    }

    private void delete(Channel channel, Object original) {
        if (original instanceof Message message) {
            posting.delete(channel, message);
        } else if (original instanceof Whisper whisper) {
            posting.unwhisper(whisper);
        }
    }

    private boolean replaced(Channel channel, Grant grant, Draft draft) {
        Optional<Object> original = original(grant);
        original.ifPresent(found -> replace(channel, found, draft));
        return original.isPresent();
    }

    private void replace(Channel channel, Object original, Draft draft) {
        if (original instanceof Message message) {
            JsonNode blocks = draft.more().path("blocks");
            JsonNode shown = blocks.isArray() ? blocks : Json.array();
            posting.edit(channel, message, Change.words(Optional.of(draft.text()), Optional.of(shown)));
        } else if (original instanceof Whisper whisper) {
            posting.unwhisper(whisper);
            posting.whisper(channel, whisper.reader(), draft);
        }
    }

    private void say(Channel channel, Grant grant, JsonNode answer, Draft draft) {
        if (answer.path("response_type").asText().equals("in_channel")) {
            posting.post(channel, draft);
        } else {
            posting.whisper(channel, grant.user(), draft);
        }
    }

    /** An answer that may also be plain words. */
    public static Optional<ObjectNode> read(String body) {
        if (body.isBlank()) {
            return Optional.empty();
        }
        return Json.readObject(body).or(() -> Optional.of(Json.object().put("text", body)));
    }
}
