package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.Ids;
import dev.muster.workspace.state.Notice;
import dev.muster.workspace.state.World;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The links at the top of a channel. */
final class BookmarksApi {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s]+");
    private static final Pattern EMOJI = Pattern.compile(":[\\p{L}0-9_+'-]+:");
    private static final int MOST = 100;
    private final World world;
    private final Deeds deeds;

    BookmarksApi(Deeds deeds) {
        this.world = deeds.world();
        this.deeds = deeds;
    }

    void addTo(Map<String, Method> methods) {
        methods.put("bookmarks.add", this::add);
        methods.put("bookmarks.edit", this::edit);
        methods.put("bookmarks.list", this::list);
        methods.put("bookmarks.remove", this::remove);
    }

    private Channel channel(Args args) {
        return deeds.openChannel(args.required("channel_id"), App.BOT_USER);
    }

    private ObjectNode add(Args args) {
        Channel channel = channel(args);
        args.required("title");
        if (!args.required("type").equals("link")) {
            throw new Refusal("invalid_bookmark_type");
        }
        if (channel.bookmarks().size() >= MOST) {
            throw new Refusal("too_many_bookmarks");
        }
        if (args.find("link").isEmpty()) {
            throw new Refusal("invalid_link");
        }
        ObjectNode bookmark = Json.object().put("id", Ids.next("Bk")).put("channel_id", channel.id());
        bookmark.put("type", "link").put("date_created", world.stamps().seconds());
        bookmark.put("rank", "a").put("app_id", App.APP_ID).put("last_updated_by_user_id", App.BOT_USER);
        return kept(channel, filled(bookmark, args));
    }

    private ObjectNode filled(ObjectNode bookmark, Args args) {
        Optional<String> link = checked(args.find("link"), LINK, "invalid_link");
        Optional<String> emoji = checked(args.find("emoji"), EMOJI, "invalid_emoji");
        args.find("title").ifPresent(title -> bookmark.put("title", title));
        link.ifPresent(given -> bookmark.put("link", given));
        emoji.ifPresent(given -> bookmark.put("emoji", given));
        return bookmark.put("date_updated", world.stamps().seconds());
    }

    private static Optional<String> checked(Optional<String> given, Pattern form, String error) {
        given.filter(text -> !form.matcher(text).matches()).ifPresent(text -> {
            throw new Refusal(error);
        });
        return given;
    }

    private ObjectNode kept(Channel channel, ObjectNode bookmark) {
        channel.bookmarks().put(bookmark.path("id").asText(), bookmark);
        world.bell().ring(Notice.channel(channel.id()));
        return Json.object().set("bookmark", bookmark.deepCopy());
    }

    private ObjectNode edit(Args args) {
        Channel channel = channel(args);
        return kept(channel, filled(known(channel, args), args));
    }

    private static ObjectNode known(Channel channel, Args args) {
        return Optional.ofNullable(channel.bookmarks().get(args.required("bookmark_id")))
                .orElseThrow(() -> new Refusal("not_found"));
    }

    private ObjectNode list(Args args) {
        Channel channel = deeds.channel(args.required("channel_id"), App.BOT_USER);
        return Json.object()
                .set("bookmarks", Json.nodes(channel.bookmarks().values()).deepCopy());
    }

    private ObjectNode remove(Args args) {
        Channel channel = channel(args);
        channel.bookmarks().remove(known(channel, args).path("id").asText());
        world.bell().ring(Notice.channel(channel.id()));
        return Json.object();
    }
}
