package dev.muster.slack;

import com.slack.api.model.Bookmark;
import com.slack.api.model.Conversation;
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

/** The workspace as a place where the bot speaks. */
public final class SlackChat implements Chat {

    private static final Set<Trouble> AS_GOOD_AS_DONE =
            Set.of(Trouble.DONE, Trouble.MESSAGE_GONE, Trouble.CHANNEL_GONE);

    private final Web web;
    private final Channels channels;
    private final Invitations invitations;
    private final History history;
    private final Posting posting;
    private final Uploads uploads;
    private final NoticeView view = new NoticeView();
    private final Map<UserId, ChannelId> direct = new ConcurrentHashMap<>();

    public SlackChat(Web web, Channels channels, Invitations invitations) {
        this.web = web;
        this.channels = channels;
        this.invitations = invitations;
        this.history = new History(web);
        this.posting = new Posting(web);
        this.uploads = new Uploads(web);
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
        ChannelId opened = opened(person);
        direct.put(person, opened);
        return opened;
    }

    private ChannelId opened(UserId person) {
        try {
            return new ChannelId(web.call(
                            "conversations.open",
                            slack -> slack.conversationsOpen(r -> r.users(List.of(person.value()))))
                    .getChannel()
                    .getId());
        } catch (Refused refused) {
            throw refused.trouble() == Trouble.PERSON_GONE
                    ? new Unreachable(String.valueOf(refused.getMessage()))
                    : refused;
        }
    }

    @Override
    public MessageRef post(ChannelId channel, Notice notice, String key, boolean retry) {
        Optional<MessageRef> sent = retry ? history.find(channel, Posting.EVENT_TYPE, key) : Optional.empty();
        return sent.orElseGet(() -> posting.post(channel, Optional.empty(), notice.accept(view), key));
    }

    @Override
    public MessageRef reply(MessageRef parent, Notice notice, String key, boolean retry) {
        ChannelId channel = parent.channel();
        Optional<MessageRef> sent = retry ? history.findReply(parent, Posting.EVENT_TYPE, key) : Optional.empty();
        return sent.orElseGet(() -> posting.post(channel, Optional.of(parent.ts()), notice.accept(view), key));
    }

    /** Comes right after a reply; to be put off here would bring that reply again. */
    @Override
    public void attach(MessageRef parent, String name, String text, String comment) {
        uploads.attach(parent, text, name, comment);
    }

    @Override
    public boolean update(MessageRef at, Notice notice) {
        Message message = notice.accept(view);
        try {
            web.call(
                    "chat.update",
                    slack -> slack.chatUpdate(r -> r.channel(at.channel().value())
                            .ts(at.ts())
                            .text(Posting.cut(message.text()))
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
}
