package dev.muster.workspace.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Mrkdwn;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.Happening;
import dev.muster.workspace.state.Message;
import dev.muster.workspace.state.Notice;
import dev.muster.workspace.state.World;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What people do to channels, and where they go, without the bot having a say. */
public final class Places {
    private final World world;
    private final Deeds deeds;
    private final Mrkdwn mrkdwn;

    Places(Deeds deeds) {
        this.world = deeds.world();
        this.deeds = deeds;
        mrkdwn = new Mrkdwn(world);
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

    public void convertToPrivate(String user, String channelId) {
        run(() -> deeds.rooms().convertToPrivate(deeds.openChannel(channelId, user), user));
    }

    /** The channel's new id. */
    public String share(String user, String channelId) {
        return world.locked(() -> {
            Channel channel = deeds.openChannel(channelId, user);
            deeds.rooms().share(channel);
            return channel.id();
        });
    }

    public Message huddle(String user, String channelId) {
        return world.locked(() -> deeds.rooms().huddle(deeds.openChannel(channelId, user), user));
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
            world.bell().tellBot(Happening.of(event));
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
