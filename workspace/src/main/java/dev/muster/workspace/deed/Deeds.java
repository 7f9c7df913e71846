package dev.muster.workspace.deed;

import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.Message;
import dev.muster.workspace.state.World;

/** All that can be done here, for bots and people alike, and the look-ups that everything begins with. */
public record Deeds(
        World world,
        Announcer announcer,
        Posting posting,
        Rooms rooms,
        Marks marks,
        ViewDesk views,
        FileDesk files,
        CanvasDesk canvases,
        GroupDesk groups,
        Schedule schedule,
        BotAnswers answers) {
    public static Deeds in(World world) {
        Announcer announcer = new Announcer(world);
        Posting posting = new Posting(world, announcer);
        return new Deeds(
                world,
                announcer,
                posting,
                new Rooms(world, posting, announcer),
                new Marks(world, announcer),
                new ViewDesk(world),
                new FileDesk(world, announcer),
                new CanvasDesk(world),
                new GroupDesk(world, announcer),
                new Schedule(world, posting),
                new BotAnswers(world, posting));
    }

    /** The channel, if the reader may know of it. */
    public Channel channel(String idOrName, String reader) {
        return world.channels()
                .findAny(idOrName)
                .filter(channel -> channel.visibleTo(reader))
                .orElseThrow(() -> new Refusal("channel_not_found"));
    }

    public Channel openChannel(String idOrName, String member) {
        Channel channel = channel(idOrName, member);
        if (channel.archived()) {
            throw new Refusal("is_archived");
        }
        requireMember(channel, member);
        return channel;
    }

    public static void requireMember(Channel channel, String user) {
        if (!channel.has(user)) {
            throw new Refusal("not_in_channel");
        }
    }

    public Message message(Channel channel, String ts) {
        return world.messages()
                .find(channel.id(), ts)
                .filter(found -> !found.isTombstone())
                .orElseThrow(() -> new Refusal("message_not_found"));
    }
}
