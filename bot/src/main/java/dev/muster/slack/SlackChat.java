package dev.muster.slack;

import com.slack.api.model.Bookmark;
import com.slack.api.model.Conversation;
import com.slack.api.model.Message.Metadata;
import dev.muster.desk.Chat;
import dev.muster.desk.Markup;
import dev.muster.desk.Notice;
import dev.muster.incident.Arrivals;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Incident;
import dev.muster.incident.MessageRef;
import dev.muster.incident.UserId;
import dev.muster.slack.view.Message;
import dev.muster.slack.view.NoticeView;
import dev.muster.timeline.Reading;
import dev.muster.timeline.Reading.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The workspace as a place where the bot speaks. */
public final class SlackChat implements Chat {

    private static final String EVENT_TYPE = "muster_promise";
    private static final int LONGEST_EDIT = 4000;
    private static final Set<Trouble> AS_GOOD_AS_DONE =
            Set.of(Trouble.DONE, Trouble.MESSAGE_GONE, Trouble.CHANNEL_GONE);

    private static final Logger log = LoggerFactory.getLogger(SlackChat.class);

    private final Web web;
    private final Channels channels;
    private final Invitations invitations;
    private final History history;
    private final NoticeView view = new NoticeView();
    private final Map<UserId, ChannelId> direct = new ConcurrentHashMap<>();

    public SlackChat(Web web, Channels channels, Invitations invitations) {
        this.web = web;
        this.channels = channels;
        this.invitations = invitations;
        this.history = new History(web);
    }

    @Override
    public Opened open(Incident incident, boolean retry) {
        return channels.open(incident, retry);
    }

    @Override
    public ChannelId channel(String nameOrId) {
        return channels.joined(nameOrId);
    }

    @Override
    public ChannelId direct(UserId person) {
        ChannelId known = direct.get(person);
        if (known != null) {
            return known;
        }
        ChannelId opened = new ChannelId(
                web.call("conversations.open", slack -> slack.conversationsOpen(r -> r.users(List.of(person.value()))))
                        .getChannel()
                        .getId());
        direct.put(person, opened);
        return opened;
    }

    @Override
    public MessageRef post(ChannelId channel, Notice notice, String key, boolean retry) {
        Optional<MessageRef> sent = retry ? history.find(channel, EVENT_TYPE, key) : Optional.empty();
        return sent.orElseGet(() -> posted(channel, notice.accept(view), key));
    }

    private MessageRef posted(ChannelId channel, Message message, String key) {
        try {
            return post(channel, message, key);
        } catch (Refused refused) {
            return switch (refused.trouble()) {
                case OUTSIDE -> fromInside(channel, message, key, refused);
                case CHANNEL_GONE ->
                    throw new Gone(
                            channel,
                            refused.error().equals("channel_not_found") ? "deleted" : "archived",
                            String.valueOf(refused.getMessage()));
                case OURS -> inPlainWords(channel, message, key, refused);
                default -> throw refused;
            };
        }
    }

    /** Public channels are open to the bot as to everybody. */
    private MessageRef fromInside(ChannelId channel, Message message, String key, Refused refused) {
        try {
            web.call("conversations.join", slack -> slack.conversationsJoin(r -> r.channel(channel.value())));
        } catch (Refused shut) {
            throw refused;
        }
        return post(channel, message, key);
    }

    /** Words without a shape are better than none. */
    private MessageRef inPlainWords(ChannelId channel, Message message, String key, Refused refused) {
        log.error("said in plain words, as Slack does not take the message that was made: {}", refused.getMessage());
        return post(channel, new Message(cut(message.text()), List.of()), key);
    }

    private MessageRef post(ChannelId channel, Message message, String key) {
        String ts = web.call(
                        "chat.postMessage",
                        channel.value(),
                        slack -> slack.chatPostMessage(r -> r.channel(channel.value())
                                .text(message.text())
                                .blocks(message.blocks())
                                .metadata(metadata(key))
                                .unfurlLinks(false)
                                .unfurlMedia(false)))
                .getTs();
        return new MessageRef(channel, ts);
    }

    @Override
    public boolean update(MessageRef at, Notice notice) {
        Message message = notice.accept(view);
        try {
            web.call(
                    "chat.update",
                    slack -> slack.chatUpdate(r -> r.channel(at.channel().value())
                            .ts(at.ts())
                            .text(cut(message.text()))
                            .blocks(message.blocks())));
            return true;
        } catch (Refused refused) {
            return switch (refused.trouble()) {
                case MESSAGE_GONE -> false;
                case CHANNEL_GONE -> true;
                default -> throw refused;
            };
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_EDIT ? text : text.substring(0, LONGEST_EDIT);
    }

    @Override
    public void pin(MessageRef message) {
        quietly(() -> web.call(
                "pins.add",
                slack -> slack.pinsAdd(r -> r.channel(message.channel().value()).timestamp(message.ts()))));
    }

    /** Each change makes a message in the channel, so what says the same already is left alone. */
    @Override
    public void topic(ChannelId channel, String topic, String purpose) {
        Conversation now = web.call(
                        "conversations.info", slack -> slack.conversationsInfo(r -> r.channel(channel.value())))
                .getChannel();
        if (!says(now.getTopic() == null ? "" : now.getTopic().getValue(), topic)) {
            web.call(
                    "conversations.setTopic",
                    slack -> slack.conversationsSetTopic(
                            r -> r.channel(channel.value()).topic(topic)));
        }
        if (!says(now.getPurpose() == null ? "" : now.getPurpose().getValue(), purpose)) {
            web.call(
                    "conversations.setPurpose",
                    slack -> slack.conversationsSetPurpose(
                            r -> r.channel(channel.value()).purpose(purpose)));
        }
    }

    /** Slack may give back with or without entities what was set with them. */
    private static boolean says(String there, String wanted) {
        return Markup.entities(there).equals(Markup.entities(wanted))
                || Markup.entities(there).equals(wanted);
    }

    @Override
    public void bookmarks(ChannelId channel, Map<String, String> links) {
        Set<String> present = web
                .call("bookmarks.list", slack -> slack.bookmarksList(r -> r.channelId(channel.value())))
                .getBookmarks()
                .stream()
                .map(Bookmark::getTitle)
                .collect(Collectors.toSet());
        links.forEach((title, link) -> {
            if (!present.contains(title)) {
                web.call(
                        "bookmarks.add",
                        slack -> slack.bookmarksAdd(r -> r.channelId(channel.value())
                                .title(title)
                                .type("link")
                                .link(link)));
            }
        });
    }

    @Override
    public Arrivals invite(ChannelId channel, List<String> usersAndGroups) {
        return invitations.invite(channel, usersAndGroups);
    }

    @Override
    public void archive(ChannelId channel) {
        quietly(() -> web.call(
                "conversations.archive", slack -> slack.conversationsArchive(r -> r.channel(channel.value()))));
    }

    @Override
    public Page read(ChannelId channel, Reading place) {
        try {
            return place.thread()
                    .map(parent ->
                            history.thread(channel, parent, place.replyAfter(), place.until(), place.replyCursor()))
                    .orElseGet(() -> history.channel(channel, place.latest(), place.cursor()));
        } catch (Refused refused) {
            if (refused.error().equals("invalid_cursor")) {
                throw new LostPlace(refused.getMessage());
            }
            throw refused;
        }
    }

    /** What is done already, or gone, is as good as done. */
    private static void quietly(Runnable call) {
        try {
            call.run();
        } catch (Refused refused) {
            if (!AS_GOOD_AS_DONE.contains(refused.trouble())) {
                throw refused;
            }
        }
    }

    private static Metadata metadata(String key) {
        return Metadata.builder()
                .eventType(EVENT_TYPE)
                .eventPayload(Map.of("key", key))
                .build();
    }
}
