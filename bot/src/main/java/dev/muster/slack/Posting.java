package dev.muster.slack;

import com.slack.api.model.Message.Metadata;
import dev.muster.desk.Chat.Gone;
import dev.muster.desk.Chat.Unreachable;
import dev.muster.incident.ChannelId;
import dev.muster.incident.MessageRef;
import dev.muster.slack.view.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts a message, once for each call, and mends what can be mended when Slack does not take it. */
final class Posting {

    /** What the metadata of the bot's messages are called. */
    static final String EVENT_TYPE = "muster_promise";

    private static final Logger log = LoggerFactory.getLogger(Posting.class);
    private static final int LONGEST_EDIT = 4000;

    private final Web web;

    Posting(Web web) {
        this.web = web;
    }

    /** A message and where it goes. */
    private record Letter(ChannelId channel, Optional<String> thread, Message message, String key) {}

    /**
     * Posts.
     *
     * @param thread the {@code ts} of the message that it answers
     * @param key stands in its metadata, so that it can be found again
     * @throws Gone if nothing can be said in the channel any more
     * @throws Unreachable if nothing can be said to the person any more
     */
    MessageRef post(ChannelId channel, Optional<String> thread, Message message, String key) {
        Letter letter = new Letter(channel, thread, message, key);
        try {
            return send(letter);
        } catch (Refused refused) {
            return switch (refused.trouble()) {
                case OUTSIDE -> fromInside(letter, refused);
                case CHANNEL_GONE -> throw gone(channel, refused);
                case PERSON_GONE -> throw new Unreachable(String.valueOf(refused.getMessage()));
                case OURS -> inPlainWords(letter, refused);
                default -> throw refused;
            };
        }
    }

    /** So much can be edited later (docs.slack.dev, "chat.update"). */
    static String cut(String text) {
        return text.length() <= LONGEST_EDIT ? text : text.substring(0, LONGEST_EDIT);
    }

    private static Gone gone(ChannelId channel, Refused refused) {
        String how = refused.error().equals("channel_not_found") ? "deleted" : "archived";
        return new Gone(channel, how, String.valueOf(refused.getMessage()));
    }

    /** Public channels are open to the bot as to everybody. */
    private MessageRef fromInside(Letter letter, Refused refused) {
        try {
            web.call(
                    "conversations.join",
                    slack -> slack.conversationsJoin(
                            r -> r.channel(letter.channel().value())));
        } catch (Refused shut) {
            throw refused;
        }
        return send(letter);
    }

    /** Words without a shape are better than none. */
    private MessageRef inPlainWords(Letter letter, Refused refused) {
        log.error("said in plain words, as Slack does not take the message that was made: {}", refused.getMessage());
        Message plain = new Message(cut(letter.message().text()), List.of());
        return send(new Letter(letter.channel(), letter.thread(), plain, letter.key()));
    }

    private MessageRef send(Letter letter) {
        String ts = web.call(
                        "chat.postMessage",
                        letter.channel().value(),
                        slack -> slack.chatPostMessage(
                                r -> r.channel(letter.channel().value())
                                        .threadTs(letter.thread().orElse(null))
                                        .text(letter.message().text())
                                        .blocks(letter.message().blocks())
                                        .metadata(metadata(letter.key()))
                                        .unfurlLinks(false)
                                        .unfurlMedia(false)))
                .getTs();
        return new MessageRef(letter.channel(), ts);
    }

    private static Metadata metadata(String key) {
        return Metadata.builder()
                .eventType(EVENT_TYPE)
                .eventPayload(Map.of("key", key))
                .build();
    }
}
