package dev.muster.workspace.deed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.Ids;
import dev.muster.workspace.state.Message;
import dev.muster.workspace.state.Notice;
import dev.muster.workspace.state.World;
import java.util.Optional;

/** Opens, changes and archives channels, and lets people in and out. */
public final class Rooms {
    private static final int LONGEST_NOTE = 250;
    private final World world;
    private final Posting posting;
    private final Announcer announcer;

    public Rooms(World world, Posting posting, Announcer announcer) {
        this.world = world;
        this.posting = posting;
        this.announcer = announcer;
    }

    public Channel create(String name, boolean isPrivate, String creator) {
        requireFree(name);
        Channel channel =
                world.channels().create(isPrivate ? Channel.Kind.PRIVATE : Channel.Kind.PUBLIC, name, creator);
        enter(channel, creator, Optional.empty());
        return channel;
    }

    private void requireFree(String name) {
        ChannelNames.check(name);
        if (world.channels().findByName(name).isPresent()) {
            throw new Refusal("name_taken");
        }
    }

    /** Lets somebody in; whoever is in already stays in, and nobody is told twice. */
    public boolean enter(Channel channel, String user, Optional<String> inviter) {
        if (!channel.members().add(user)) {
            return false;
        }
        ObjectNode more = Json.object();
        inviter.ifPresent(by -> more.put("inviter", by));
        posting.system(channel, user, prefix(channel) + "_join", "<@" + user + "> has joined the channel", more);
        ObjectNode event = member(channel, user, "member_joined_channel");
        inviter.ifPresent(by -> event.put("inviter", by));
        announcer.tell(channel, event);
        announcer.ring(Notice.channel(channel.id()));
        return true;
    }

    private ObjectNode member(Channel channel, String user, String type) {
        ObjectNode event = announcer.event(type).put("user", user).put("channel", channel.id());
        event.put("channel_type", channel.kind() == Channel.Kind.PUBLIC ? "C" : "G");
        return event.put("team", world.directory().get(user).team());
    }

    public void leave(Channel channel, String user) {
        posting.system(
                channel, user, prefix(channel) + "_leave", "<@" + user + "> has left the channel", Json.object());
        announcer.tell(channel, member(channel, user, "member_left_channel"));
        eject(channel, user, user);
        announcer.ring(Notice.channel(channel.id()));
    }

    public void kick(Channel channel, String user, String by) {
        String text = "<@" + user + "> was removed from the channel by <@" + by + ">";
        posting.system(channel, user, prefix(channel) + "_leave", text, Json.object());
        announcer.tell(channel, member(channel, user, "member_left_channel"));
        eject(channel, user, by);
        announcer.ring(Notice.channel(channel.id()));
    }

    private void eject(Channel channel, String user, String by) {
        if (user.equals(App.BOT_USER)) {
            ObjectNode event = announcer.event(prefix(channel) + "_left");
            announcer.tell(channel, event.put("channel", channel.id()).put("actor_id", by));
        }
        channel.members().remove(user);
    }

    public void rename(Channel channel, String name, String by) {
        requireFree(name);
        String old = channel.name();
        channel.rename(name);
        ObjectNode names = Json.object().put("old_name", old).put("name", name);
        String text = "<@%s> has renamed the channel from \"%s\" to \"%s\"".formatted(by, old, name);
        posting.system(channel, by, prefix(channel) + "_name", text, names);
        ObjectNode event = announcer.event(prefix(channel) + "_rename");
        ObjectNode renamed = event.putObject("channel").put("id", channel.id()).put("name", name);
        renamed.put("name_normalized", name).put("created", channel.created());
        renamed.put("is_channel", true).put("is_mpim", false);
        announcer.tell(channel, event);
        announcer.ring(Notice.channel(channel.id()));
    }

    private static String prefix(Channel channel) {
        return channel.kind() == Channel.Kind.PUBLIC ? "channel" : "group";
    }

    public void topic(Channel channel, String topic, String by) {
        channel.topic(note(topic, by));
        String text = "<@" + by + "> set the channel topic: " + topic;
        posting.system(
                channel, by, prefix(channel) + "_topic", text, Json.object().put("topic", topic));
        announcer.ring(Notice.channel(channel.id()));
    }

    public void purpose(Channel channel, String purpose, String by) {
        channel.purpose(note(purpose, by));
        String text = "<@" + by + "> set the channel purpose: " + purpose;
        posting.system(
                channel, by, prefix(channel) + "_purpose", text, Json.object().put("purpose", purpose));
        announcer.ring(Notice.channel(channel.id()));
    }

    private Channel.Note note(String value, String by) {
        if (value.length() > LONGEST_NOTE) {
            throw new Refusal("too_long");
        }
        return new Channel.Note(value, by, world.stamps().seconds());
    }

    /** Archiving puts every bot out, for good. */
    public void archive(Channel channel, String by) {
        posting.system(channel, by, prefix(channel) + "_archive", "<@" + by + "> archived the channel", Json.object());
        ObjectNode event = announcer.event(prefix(channel) + "_archive");
        announcer.tell(channel, event.put("channel", channel.id()).put("user", by));
        channel.archived(true);
        channel.members().remove(App.BOT_USER);
        announcer.ring(Notice.channel(channel.id()));
    }

    public void unarchive(Channel channel, String by) {
        channel.archived(false);
        posting.system(
                channel, by, prefix(channel) + "_unarchive", "<@" + by + "> unarchived the channel", Json.object());
        announcer.ring(Notice.channel(channel.id()));
    }

    /** From now on only members see it. */
    public void convertToPrivate(Channel channel, String by) {
        channel.kind(Channel.Kind.PRIVATE);
        String text = "<@" + by + "> made this channel private";
        posting.system(channel, by, "channel_convert_to_private", text, Json.object());
        announcer.ring(Notice.channel(channel.id()));
    }

    /** Offers it to another workspace, at which it gets a new id. */
    public void share(Channel channel) {
        String old = channel.id();
        world.rekey(channel, Ids.next("C"));
        ObjectNode event = announcer.event("channel_id_changed").put("old_channel_id", old);
        announcer.tell(channel, event.put("new_channel_id", channel.id()));
        announcer.ring(Notice.channel(old));
        announcer.ring(Notice.channel(channel.id()));
    }

    /** Lets in somebody of another workspace, which makes the channel a shared one. */
    public boolean admit(Channel channel, String stranger) {
        channel.share();
        return enter(channel, stranger, Optional.empty());
    }

    /** The message that tells of a huddle. */
    public Message huddle(Channel channel, String by) {
        ObjectNode more = Json.object().put("no_notifications", true);
        ObjectNode room = more.putObject("room").put("id", Ids.next("R")).put("name", "");
        room.put("created_by", by).put("date_start", world.stamps().seconds()).put("date_end", 0);
        room.set("participants", Json.array().add(by));
        room.set("channels", Json.array().add(channel.id()));
        room.put("is_dm_call", false).put("has_ended", false);
        return posting.system(channel, "USLACKBOT", "huddle_thread", "A huddle started", more);
    }
}
