package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.Message;
import dev.muster.workspace.state.Stamps;
import dev.muster.workspace.state.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reading what was said. The cursor is a place in time, so that new messages do not shift the pages. */
final class HistoryApi {
    private final World world;
    private final Deeds deeds;
    private final Paging paging;

    HistoryApi(Deeds deeds, Paging paging) {
        this.world = deeds.world();
        this.deeds = deeds;
        this.paging = paging;
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
        Stream<Message> found = world.messages()
                .newestFirst(channel.id())
                .filter(window(args))
                .filter(after(args, (message, from) -> message.ts().compareTo(from) <= 0));
        ObjectNode answer = page(channel, found, args, 100);
        return answer.put("pin_count", channel.pins().size());
    }

    private ObjectNode replies(Args args) {
        Channel channel = readable(args);
        String asked = args.required("ts");
        Message near = world.messages().find(channel.id(), asked).orElseThrow(() -> new Refusal("thread_not_found"));
        String root = near.thread().orElse(near.ts());
        Stream<Message> found = world.messages().replies(channel.id(), root).stream()
                .filter(window(args))
                .filter(after(args, (message, from) -> message.ts().compareTo(from) >= 0));
        ObjectNode answer = page(channel, found, args, 1000);
        world.messages().find(channel.id(), root).ifPresent(parent -> answer.withArray("messages")
                .insert(0, shown(channel, parent, args)));
        return answer;
    }

    private interface Since {
        boolean includes(Message message, String from);
    }

    private Predicate<Message> after(Args args, Since since) {
        Optional<String> from = args.find("cursor").map(paging::place);
        return message -> from.isEmpty() || since.includes(message, from.get());
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

    private ObjectNode page(Channel channel, Stream<Message> found, Args args, int usual) {
        int size = paging.size(args.number("limit", usual));
        List<Message> near = found.limit(size + 1L).toList();
        boolean empty = !near.isEmpty() && paging.nextIsEmpty();
        int given = empty ? 0 : Math.min(size, near.size());
        ObjectNode answer = Json.object();
        ArrayNode messages = answer.putArray("messages");
        near.subList(0, given).forEach(message -> messages.add(shown(channel, message, args)));
        answer.put("has_more", given < near.size());
        if (given < near.size()) {
            String cursor = paging.cursor(near.get(given).ts());
            answer.withObject("/response_metadata").put("next_cursor", cursor);
        }
        return answer;
    }

    private ObjectNode shown(Channel channel, Message message, Args args) {
        ObjectNode json = world.messages().shown(channel, message, args.flag("include_all_metadata"));
        if (message.subtype().equals("thread_broadcast")) {
            root(channel, message).ifPresent(root -> json.set("root", root));
        }
        return json;
    }

    private Optional<ObjectNode> root(Channel channel, Message message) {
        return message.thread()
                .flatMap(root -> world.messages().find(channel.id(), root))
                .map(parent -> world.messages().shown(channel, parent, false));
    }
}
