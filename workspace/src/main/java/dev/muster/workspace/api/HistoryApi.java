package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.Message;
import dev.muster.workspace.state.Stamps;
import dev.muster.workspace.state.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reading what was said. The cursor is a place in time, so that new messages do not shift the pages. */
final class HistoryApi {
    private static final String PREFIX = "next_ts:";
    private static final int MOST = 999;
    private final World world;
    private final Deeds deeds;

    HistoryApi(Deeds deeds) {
        this.world = deeds.world();
        this.deeds = deeds;
    }

    void addTo(Map<String, Method> methods) {
        methods.put("conversations.history", this::history);
        methods.put("conversations.replies", this::replies);
    }

    private Channel readable(Args args) {
        Channel channel = deeds.channel(args.required("channel"), App.BOT_USER);
        Deeds.requireMember(channel, App.BOT_USER);
        return channel;
    }

    private ObjectNode history(Args args) {
        Channel channel = readable(args);
        List<Message> found = world.messages().topLevel(channel.id()).stream()
                .filter(window(args))
                .sorted(Comparator.comparing(Message::ts).reversed())
                .filter(after(args, (message, from) -> message.ts().compareTo(from) <= 0))
                .toList();
        ObjectNode answer = page(channel, found, args, 100);
        return answer.put("pin_count", channel.pins().size());
    }

    private ObjectNode replies(Args args) {
        Channel channel = readable(args);
        String asked = args.required("ts");
        Message near = world.messages().find(channel.id(), asked).orElseThrow(() -> new Refusal("thread_not_found"));
        String root = near.thread().orElse(near.ts());
        List<Message> found = world.messages().replies(channel.id(), root).stream()
                .filter(window(args))
                .filter(after(args, (message, from) -> message.ts().compareTo(from) >= 0))
                .toList();
        ObjectNode answer = page(channel, found, args, 1000);
        world.messages().find(channel.id(), root).ifPresent(parent -> answer.withArray("messages")
                .insert(0, shown(channel, parent, args)));
        return answer;
    }

    private interface Since {
        boolean includes(Message message, String from);
    }

    private static Predicate<Message> after(Args args, Since since) {
        Optional<String> from = args.find("cursor").map(HistoryApi::place);
        return message -> from.isEmpty() || since.includes(message, from.get());
    }

    private static String place(String cursor) {
        String plain = Page.plain(cursor);
        if (!plain.startsWith(PREFIX) || !Stamps.isStamp(plain.substring(PREFIX.length()))) {
            throw new Refusal("invalid_cursor");
        }
        return plain.substring(PREFIX.length());
    }

    private static Predicate<Message> window(Args args) {
        Optional<String> oldest = bound(args, "oldest");
        Optional<String> latest = bound(args, "latest");
        int edge = args.flag("inclusive") ? 0 : 1;
        return message ->
                oldest.map(from -> message.ts().compareTo(from) >= edge).orElse(true)
                        && latest.map(to -> to.compareTo(message.ts()) >= edge).orElse(true);
    }

    private static Optional<String> bound(Args args, String name) {
        return args.find(name).filter(ts -> !ts.equals("0")).map(ts -> {
            if (!Stamps.isStamp(ts)) {
                throw new Refusal("invalid_ts_" + name);
            }
            return Stamps.normal(ts);
        });
    }

    private ObjectNode page(Channel channel, List<Message> found, Args args, int usual) {
        int limit = args.number("limit", usual);
        if (limit < 1) {
            throw new Refusal("invalid_limit");
        }
        int size = Math.min(found.size(), Math.min(limit, MOST));
        List<ObjectNode> shown = new ArrayList<>();
        found.subList(0, size).forEach(message -> shown.add(shown(channel, message, args)));
        ObjectNode answer = Json.object();
        answer.set("messages", Json.nodes(shown));
        answer.put("has_more", size < found.size());
        if (size < found.size()) {
            String cursor = Page.cursor(PREFIX + found.get(size).ts());
            answer.withObject("/response_metadata").put("next_cursor", cursor);
        }
        return answer;
    }

    private ObjectNode shown(Channel channel, Message message, Args args) {
        return world.messages().shown(channel, message, args.flag("include_all_metadata"));
    }
}
