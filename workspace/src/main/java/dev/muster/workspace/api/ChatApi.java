package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.muster.workspace.deed.Change;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Draft;
import dev.muster.workspace.deed.Mrkdwn;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.Message;
import java.util.Map;
import java.util.Optional;

/** What the bot says, changes and takes back. */
final class ChatApi {
    private static final int LONGEST_UPDATE = 4000;
    private static final int LONGEST = 40_000;
    private final Deeds deeds;
    private final String baseUrl;

    ChatApi(Deeds deeds, String baseUrl) {
        this.deeds = deeds;
        this.baseUrl = baseUrl;
    }

    void addTo(Map<String, Method> methods) {
        methods.put("chat.postMessage", this::post);
        methods.put("chat.postEphemeral", this::whisper);
        methods.put("chat.meMessage", this::me);
        methods.put("chat.update", this::update);
        methods.put("chat.delete", this::delete);
        methods.put("chat.getPermalink", this::permalink);
    }

    private ObjectNode post(Args args) {
        Channel channel = Drafts.open(deeds, args);
        Message message = deeds.posting().post(channel, Drafts.whole(args));
        ObjectNode answer = Json.object().put("channel", channel.id()).put("ts", message.ts());
        return answer.set("message", message.withMetadata());
    }

    private ObjectNode me(Args args) {
        Channel channel = deeds.openChannel(args.required("channel"), App.BOT_USER);
        if (args.text("text").isBlank()) {
            throw new Refusal("no_text");
        }
        Draft draft = Draft.of(App.BOT_USER, Mrkdwn.written(args.text("text")))
                .with("subtype", TextNode.valueOf("me_message"));
        Message message = deeds.posting().post(channel, draft);
        return Json.object().put("channel", channel.id()).put("ts", message.ts());
    }

    private ObjectNode whisper(Args args) {
        Channel channel = deeds.channel(args.required("channel"), App.BOT_USER);
        if (channel.archived()) {
            throw new Refusal("is_archived");
        }
        String reader = args.required("user");
        Deeds.requireMember(channel, App.BOT_USER);
        if (!channel.has(reader)) {
            throw new Refusal("user_not_in_channel");
        }
        if (args.text("text").length() > LONGEST) {
            throw new Refusal("msg_too_long");
        }
        Draft draft = Drafts.draft(args).in(args.find("thread_ts"), false);
        return Json.object()
                .put(
                        "message_ts",
                        deeds.posting().whisper(channel, reader, draft).ts());
    }

    private ObjectNode update(Args args) {
        Channel channel = deeds.channel(args.required("channel"), App.BOT_USER);
        Message message = own(channel, args.required("ts"), "cant_update_message");
        if (channel.archived()) {
            throw new Refusal("is_inactive");
        }
        if (args.text("text").length() > LONGEST_UPDATE) {
            throw new Refusal("msg_too_long");
        }
        Optional<JsonNode> blocks = Drafts.blocks(args);
        change(channel, message, args, blocks);
        ObjectNode answer = Json.object().put("channel", channel.id()).put("ts", message.ts());
        answer.put("text", message.text());
        return answer.set("message", message.withMetadata());
    }

    private void change(Channel channel, Message message, Args args, Optional<JsonNode> blocks) {
        Optional<JsonNode> attachments = Drafts.attachments(args);
        if (!args.has("text") && blocks.isEmpty() && attachments.isEmpty()) {
            throw new Refusal("no_text");
        }
        Optional<JsonNode> metadata = MetadataCheck.read(args);
        Optional<String> text = args.has("text") ? Optional.of(Mrkdwn.written(args.text("text"))) : Optional.empty();
        deeds.posting().edit(channel, message, new Change(text, blocks, attachments, metadata));
    }

    private Message own(Channel channel, String ts, String error) {
        Message message = deeds.message(channel, ts);
        if (!message.user().equals(App.BOT_USER) || message.isNotice()) {
            throw new Refusal(error);
        }
        return message;
    }

    private ObjectNode delete(Args args) {
        Channel channel = deeds.channel(args.required("channel"), App.BOT_USER);
        Message message = own(channel, args.required("ts"), "cant_delete_message");
        deeds.posting().delete(channel, message);
        return Json.object().put("channel", channel.id()).put("ts", message.ts());
    }

    private ObjectNode permalink(Args args) {
        Channel channel = deeds.channel(args.required("channel"), App.BOT_USER);
        Message message = deeds.message(channel, args.required("message_ts"));
        String link = baseUrl + "archives/" + channel.id() + "/p" + message.ts().replace(".", "");
        String thread = message.thread()
                .map(root -> "?thread_ts=" + root + "&cid=" + channel.id())
                .orElse("");
        return Json.object().put("channel", channel.id()).put("permalink", link + thread);
    }
}
