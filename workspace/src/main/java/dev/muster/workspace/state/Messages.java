package dev.muster.workspace.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything said, by channel and by time. */
public final class Messages {
    private final Map<String, Log> logs = new HashMap<>();

    /** What was said in one channel; the replies of a thread once more by its root, so that none need be looked for. */
    private static final class Log {
        private final NavigableMap<String, Message> all = new TreeMap<>();
        private final Map<String, NavigableMap<String, Message>> threads = new HashMap<>();

        void add(Message message) {
            all.put(message.ts(), message);
            message.thread().ifPresent(root -> thread(root).put(message.ts(), message));
        }

        void remove(String ts) {
            Optional.ofNullable(all.remove(ts)).flatMap(Message::thread).ifPresent(root -> thread(root)
                    .remove(ts));
        }

        private NavigableMap<String, Message> thread(String root) {
            return threads.computeIfAbsent(root, any -> new TreeMap<>());
        }
    }

    private Log in(String channel) {
        return logs.computeIfAbsent(channel, any -> new Log());
    }

    public void add(String channel, Message message) {
        in(channel).add(message);
    }

    public void remove(String channel, String ts) {
        in(channel).remove(ts);
    }

    void rekey(String before, String now) {
        Optional.ofNullable(logs.remove(before)).ifPresent(log -> logs.put(now, log));
    }

    public Optional<Message> find(String channel, String ts) {
        return Optional.ofNullable(in(channel).all.get(ts));
    }

    public Collection<Message> all(String channel) {
        return List.copyOf(in(channel).all.values());
    }

    /** What is shown in the channel itself, the newest first; to be read under the world's lock. */
    public Stream<Message> newestFirst(String channel) {
        return in(channel).all.descendingMap().values().stream().filter(Message::inChannel);
    }

    public List<Message> topLevel(String channel) {
        return all(channel).stream().filter(Message::inChannel).toList();
    }

    public List<Message> replies(String channel, String root) {
        return List.copyOf(
                in(channel).threads.getOrDefault(root, new TreeMap<>()).values());
    }

    /** As a reader sees it: with the count of its replies, and where it is pinned. */
    public ObjectNode shown(Channel channel, Message message, boolean metadata) {
        ObjectNode json = metadata ? message.withMetadata() : message.json().deepCopy();
        if (message.thread().isEmpty() && json.has("thread_ts")) {
            countReplies(json, replies(channel.id(), message.ts()));
        }
        if (channel.pins().contains(message.ts())) {
            json.putArray("pinned_to").add(channel.id());
        }
        if (json.path("reactions").isEmpty()) {
            json.remove("reactions");
        }
        return json;
    }

    private static void countReplies(ObjectNode json, List<Message> replies) {
        if (replies.isEmpty()) {
            return;
        }
        Set<String> users = new LinkedHashSet<>();
        replies.forEach(reply -> users.add(reply.author()));
        json.put("reply_count", replies.size()).put("reply_users_count", users.size());
        json.put("latest_reply", replies.get(replies.size() - 1).ts());
        json.set("reply_users", Json.strings(users));
        json.put("is_locked", false).put("subscribed", false);
    }
}
