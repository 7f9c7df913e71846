package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.deed.Change;
import dev.muster.workspace.deed.Checks;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Draft;
import dev.muster.workspace.deed.Mrkdwn;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.Account;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.Message;
import dev.muster.workspace.state.World;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the bot says, changes and takes back. */
final class ChatApi {
    private static final int LONGEST_UPDATE = 4000;
    private static final int LONGEST_MARKDOWN = 12_000;
    private final World world;
    private final Deeds deeds;
    private final String baseUrl;

    ChatApi(Deeds deeds, String baseUrl) {
        this.world = deeds.world();
        this.deeds = deeds;
        this.baseUrl = baseUrl;
    }

    void addTo(Map<String, Method> methods) {
        methods.put("chat.postMessage", this::post);
        methods.put("chat.postEphemeral", this::whisper);
        methods.put("chat.update", this::update);
        methods.put("chat.delete", this::delete);
        methods.put("chat.getPermalink", this::permalink);
    }

    private ObjectNode post(Args args) {
        Channel channel = place(args.required("channel"));
        if (channel.archived()) {
            throw new Refusal("is_archived");
        }
        Draft draft = draft(args).in(args.find("thread_ts"), args.flag("reply_broadcast"));
        MetadataCheck.read(args).ifPresent(metadata -> draft.with("metadata", metadata));
        Message message = deeds.posting().post(channel, draft);
        ObjectNode answer = Json.object().put("channel", channel.id()).put("ts", message.ts());
        return answer.set("message", message.withMetadata());
    }

    /** A channel by id or name, or the direct conversation with a person. */
    private Channel place(String id) {
        Optional<Account> person = world.directory().find(id);
        if (person.isPresent()) {
            if (person.get().gone()) {
                throw new Refusal("user_disabled");
            }
            return world.channels().direct(new LinkedHashSet<>(List.of(id, App.BOT_USER)));
        }
        return deeds.channel(id, App.BOT_USER);
    }

    private static Draft draft(Args args) {
        Optional<JsonNode> blocks = blocks(args);
        Optional<JsonNode> attachments = args.tree("attachments", "invalid_attachments");
        attachments.ifPresent(Checks::attachments);
        String text = args.text("markdown_text").isEmpty() ? args.text("text") : markdown(args);
        if (text.isBlank() && empty(blocks) && empty(attachments)) {
            throw new Refusal("no_text");
        }
        Draft draft = Draft.of(App.BOT_USER, Mrkdwn.written(text)).blocks(blocks);
        attachments.filter(given -> !given.isEmpty()).ifPresent(given -> draft.with("attachments", given));
        return draft;
    }

    private static Optional<JsonNode> blocks(Args args) {
        Optional<JsonNode> blocks = args.tree("blocks", "invalid_blocks_format");
        blocks.ifPresent(Checks::blocks);
        return blocks;
    }

    private static boolean empty(Optional<JsonNode> list) {
        return list.isEmpty() || list.get().isEmpty();
    }

    private static String markdown(Args args) {
        if (args.has("text") || args.has("blocks")) {
            throw new Refusal("markdown_text_conflict");
        }
        String text = args.text("markdown_text");
        if (text.length() > LONGEST_MARKDOWN) {
            throw new Refusal("msg_too_long");
        }
        return text;
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
        Draft draft = draft(args).in(args.find("thread_ts"), false);
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
        Optional<JsonNode> blocks = blocks(args);
        change(channel, message, args, blocks);
        ObjectNode answer = Json.object().put("channel", channel.id()).put("ts", message.ts());
        answer.put("text", message.text());
        return answer.set("message", message.withMetadata());
    }

    private void change(Channel channel, Message message, Args args, Optional<JsonNode> blocks) {
        Optional<JsonNode> attachments = args.tree("attachments", "invalid_attachments");
        attachments.ifPresent(Checks::attachments);
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
