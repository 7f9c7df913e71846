package dev.muster.workspace.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Draft;
import dev.muster.workspace.deed.Mrkdwn;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.Message;
import dev.muster.workspace.state.Notice;
import dev.muster.workspace.state.World;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What people do to messages and channels, without the bot having a say. */
public final class Talk {
    private final World world;
    private final Deeds deeds;
    private final Mrkdwn mrkdwn;
    private final String baseUrl;

    Talk(Deeds deeds, String baseUrl) {
        this.world = deeds.world();
        this.deeds = deeds;
        this.baseUrl = baseUrl;
        mrkdwn = new Mrkdwn(world);
    }

    public Message post(String user, String channelId, String text, Optional<String> thread, boolean broadcast) {
        return world.locked(() -> {
            requireText(text);
            Draft draft = Draft.of(user, mrkdwn.message(text)).in(thread, broadcast);
            return deeds.posting().post(deeds.openChannel(channelId, user), draft);
        });
    }

    private static void requireText(String text) {
        if (text.isBlank()) {
            throw new Refusal("no_text");
        }
    }

    public void edit(String user, String channelId, String ts, String text) {
        run(() -> {
            requireText(text);
            Channel channel = deeds.openChannel(channelId, user);
            Message message = own(user, channel, ts, "cant_update_message");
            deeds.posting().edit(channel, message, Optional.of(mrkdwn.message(text)), Optional.empty());
        });
    }

    public void delete(String user, String channelId, String ts) {
        run(() -> {
            Channel channel = deeds.openChannel(channelId, user);
            deeds.posting().delete(channel, own(user, channel, ts, "cant_delete_message"));
        });
    }

    private Message own(String user, Channel channel, String ts, String error) {
        Message message = deeds.message(channel, ts);
        if (!message.user().equals(user) || message.subtype().startsWith("channel_")) {
            throw new Refusal(error);
        }
        return message;
    }

    public void react(String user, String channelId, String ts, String name) {
        run(() -> {
            Channel channel = deeds.openChannel(channelId, user);
            deeds.marks().react(channel, deeds.message(channel, ts), user, name.replace(":", ""));
        });
    }

    public void unreact(String user, String channelId, String ts, String name) {
        run(() -> {
            Channel channel = deeds.openChannel(channelId, user);
            deeds.marks().unreact(channel, deeds.message(channel, ts), user, name.replace(":", ""));
        });
    }

    public void pin(String user, String channelId, String ts) {
        run(() -> {
            Channel channel = deeds.openChannel(channelId, user);
            deeds.marks().pin(channel, deeds.message(channel, ts), user);
        });
    }

    public void unpin(String user, String channelId, String ts) {
        run(() -> {
            Channel channel = deeds.openChannel(channelId, user);
            deeds.marks().unpin(channel, deeds.message(channel, ts), user);
        });
    }

    /** Shares a text as a file; the answer is the message's ts. */
    public String upload(String user, String channelId, String name, String text) {
        return world.locked(() -> {
            Channel channel = deeds.openChannel(channelId, user);
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            var upload = world.files().announce(name, content.length);
            world.files().content(upload.id(), content);
            String url = baseUrl + "files/" + upload.id();
            ObjectNode file =
                    world.files().share(upload, name, user, url, world.stamps().seconds());
            file.withArray("channels").add(channel.id());
            return deeds.posting().post(channel, shared(user, file)).ts();
        });
    }

    private static Draft shared(String user, ObjectNode file) {
        return Draft.of(user, "")
                .with("subtype", TextNode.valueOf("file_share"))
                .with("files", Json.array().add(file))
                .with("upload", Json.object().booleanNode(false))
                .with("display_as_bot", Json.object().booleanNode(false));
    }

    public Channel create(String user, String name, boolean isPrivate) {
        return world.locked(() -> deeds.rooms().create(name, isPrivate, user));
    }

    public void join(String user, String channelId) {
        run(() -> {
            Channel channel = deeds.channel(channelId, user);
            requireOpen(channel);
            deeds.rooms().enter(channel, user, Optional.empty());
        });
    }

    private static void requireOpen(Channel channel) {
        if (channel.archived()) {
            throw new Refusal("is_archived");
        }
    }

    public void leave(String user, String channelId) {
        run(() -> deeds.rooms().leave(deeds.openChannel(channelId, user), user));
    }

    public void invite(String user, String channelId, String handle) {
        run(() -> {
            Channel channel = deeds.openChannel(channelId, user);
            deeds.rooms().enter(channel, OwnCommands.account(deeds, handle).id(), Optional.of(user));
        });
    }

    public void kick(String user, String channelId, String handle) {
        run(() -> {
            Channel channel = deeds.openChannel(channelId, user);
            String other = OwnCommands.account(deeds, handle).id();
            Deeds.requireMember(channel, other);
            deeds.rooms().kick(channel, other, user);
        });
    }

    public void topic(String user, String channelId, String topic) {
        run(() -> deeds.rooms().topic(deeds.openChannel(channelId, user), mrkdwn.message(topic), user));
    }

    public void rename(String user, String channelId, String name) {
        run(() -> deeds.rooms().rename(deeds.openChannel(channelId, user), name, user));
    }

    public void archive(String user, String channelId) {
        run(() -> deeds.rooms().archive(deeds.openChannel(channelId, user), user));
    }

    public void unarchive(String user, String channelId) {
        run(() -> deeds.rooms().unarchive(deeds.channel(channelId, user), user));
    }

    /** The direct conversation of these two. */
    public Channel direct(String user, String other) {
        return world.locked(() -> world.channels().direct(new LinkedHashSet<>(List.of(user, other))));
    }

    public void read(String user, String channelId) {
        run(() -> {
            Channel channel = deeds.channel(channelId, user);
            channel.read(user, world.stamps().next());
            world.bell().ring(new Notice(Notice.Kind.UNREAD, channel.id(), "", user));
        });
    }

    /** Looks at the bot's home tab. */
    public void openHome(String user) {
        run(() -> {
            Channel channel = direct(user, App.BOT_USER);
            ObjectNode event = Json.object().put("type", "app_home_opened").put("user", user);
            event.put("channel", channel.id()).put("tab", "home");
            event.put("event_ts", world.stamps().next());
            world.views().home(user).ifPresent(view -> event.set("view", view));
            world.bell().tellBot(event);
        });
    }

    private void run(Runnable deed) {
        Supplier<Boolean> done = () -> {
            deed.run();
            return true;
        };
        world.locked(done);
    }
}
