package dev.muster.workspace.ui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.Notice;
import dev.muster.workspace.state.Row;
import dev.muster.workspace.state.World;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells every open page what it may know, as it happens. */
public final class Feed {
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final World world;
    private final Render render;

    public Feed(World world) {
        this.world = world;
        render = new Render(world);
        world.bell().onNotice(this::tell);
        world.traffic().onRow(this::tell);
    }

    Listener listen(String reader) {
        Listener listener = new Listener(reader);
        listeners.add(listener);
        listener.add(Json.object().put("type", "hello"));
        return listener;
    }

    void leave(Listener listener) {
        listeners.remove(listener);
    }

    public void close() {
        listeners.forEach(Listener::end);
    }

    private void tell(Row row) {
        if (listeners.isEmpty()) {
            return;
        }
        ObjectNode said = Json.object().put("type", "traffic").set("row", row.json());
        listeners.forEach(listener -> listener.add(said));
    }

    private void tell(Notice notice) {
        for (Listener listener : listeners) {
            if (notice.user().isEmpty() || notice.kind() == Notice.Kind.MESSAGE_DELETED || isFor(notice, listener)) {
                tell(listener, notice);
            }
        }
    }

    private static boolean isFor(Notice notice, Listener listener) {
        return notice.user().equals(listener.reader());
    }

    private void tell(Listener listener, Notice notice) {
        switch (notice.kind()) {
            case VIEWS -> listener.add(said(notice).set("views", Json.nodes(render.views(listener.reader()))));
            case HOME -> listener.add(said(notice).set("view", render.home(listener.reader())));
            default -> tellOrHide(listener, notice, visible(notice.channel(), listener.reader()));
        }
    }

    private Optional<Channel> visible(String id, String reader) {
        return world.channels().find(id).filter(channel -> channel.visibleTo(reader));
    }

    /** Who can see a channel no more, or no more under this id, is told just that. */
    private void tellOrHide(Listener listener, Notice notice, Optional<Channel> channel) {
        if (channel.isPresent()) {
            tell(listener, notice, channel.get());
        } else if (notice.kind() == Notice.Kind.CHANNEL) {
            ObjectNode hidden = Json.object()
                    .put("id", notice.channel())
                    .put("is_private", true)
                    .put("is_member", false);
            listener.add(said(notice).set("channel", hidden));
        }
    }

    private void tell(Listener listener, Notice notice, Channel channel) {
        String reader = listener.reader();
        switch (notice.kind()) {
            case CHANNEL -> listener.add(said(notice).set("channel", render.channel(channel, reader)));
            case UNREAD -> unread(listener, channel);
            case MESSAGE_DELETED -> listener.add(deleted(notice, channel));
            case EPHEMERAL ->
                whisper(notice, channel)
                        .ifPresent(json -> listener.add(in(notice, channel).set("message", json)));
            case MESSAGE, MESSAGE_CHANGED -> message(listener, notice, channel);
            default -> listener.add(in(notice, channel).put("ts", notice.ts()));
        }
    }

    private static ObjectNode said(Notice notice) {
        return Json.object().put("type", notice.kind().name().toLowerCase(Locale.ROOT));
    }

    private static ObjectNode in(Notice notice, Channel channel) {
        return said(notice).put("channel", channel.id());
    }

    /** Of a deleted message the notice carries the thread where others carry a person. */
    private static ObjectNode deleted(Notice notice, Channel channel) {
        ObjectNode json = in(notice, channel).put("ts", notice.ts());
        return notice.user().isEmpty() ? json : json.put("thread_ts", notice.user());
    }

    private Optional<ObjectNode> whisper(Notice notice, Channel channel) {
        return world.ephemerals().find(channel.id(), notice.ts()).map(Render::whisper);
    }

    private void message(Listener listener, Notice notice, Channel channel) {
        world.messages()
                .find(channel.id(), notice.ts())
                .ifPresent(
                        message -> listener.add(in(notice, channel).set("message", render.message(channel, message))));
        if (notice.kind() == Notice.Kind.MESSAGE) {
            if (channel.isDirect()) {
                listener.add(Json.object().put("type", "dm").setAll(render.direct(channel, listener.reader())));
            }
            unread(listener, channel);
        }
    }

    private void unread(Listener listener, Channel channel) {
        ObjectNode said = Json.object().put("type", "unread").put("channel", channel.id());
        listener.add(render.counts(said, channel, listener.reader()));
    }
}
