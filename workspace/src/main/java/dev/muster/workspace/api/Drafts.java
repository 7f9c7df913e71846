package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.workspace.deed.Checks;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Draft;
import dev.muster.workspace.deed.Mrkdwn;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.state.Account;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Channel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Reads from arguments what the bot wants to say, and where. */
final class Drafts {
    private static final int LONGEST_MARKDOWN = 12_000;

    private Drafts() {}

    /** A channel by id or name, or the direct conversation with a person. */
    static Channel place(Deeds deeds, String id) {
        Optional<Account> person = deeds.world().directory().find(id);
        if (person.isEmpty()) {
            return deeds.channel(id, App.BOT_USER);
        }
        if (person.get().gone()) {
            throw new Refusal("user_disabled");
        }
        return deeds.world().channels().direct(new LinkedHashSet<>(List.of(id, App.BOT_USER)));
    }

    /** A place where the bot may speak now. */
    static Channel open(Deeds deeds, Args args) {
        Channel channel = place(deeds, args.required("channel"));
        if (channel.archived()) {
            throw new Refusal("is_archived");
        }
        return channel;
    }

    /** All of it, metadata and thread as well. */
    static Draft whole(Args args) {
        Draft draft = draft(args).in(args.find("thread_ts"), args.flag("reply_broadcast"));
        MetadataCheck.read(args).ifPresent(metadata -> draft.with("metadata", metadata));
        return draft;
    }

    static Draft draft(Args args) {
        Optional<JsonNode> blocks = blocks(args);
        Optional<JsonNode> attachments = attachments(args);
        String text = args.text("markdown_text").isEmpty() ? args.text("text") : markdown(args);
        if (text.isBlank() && empty(blocks) && empty(attachments)) {
            throw new Refusal("no_text");
        }
        Draft draft = Draft.of(App.BOT_USER, Mrkdwn.written(text)).blocks(blocks);
        attachments.filter(given -> !given.isEmpty()).ifPresent(given -> draft.with("attachments", given));
        return draft;
    }

    static Optional<JsonNode> blocks(Args args) {
        Optional<JsonNode> blocks = args.tree("blocks", "invalid_blocks_format");
        blocks.ifPresent(Checks::blocks);
        return blocks;
    }

    static Optional<JsonNode> attachments(Args args) {
        Optional<JsonNode> attachments = args.tree("attachments", "invalid_attachments");
        attachments.ifPresent(Checks::attachments);
        return attachments;
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
}
