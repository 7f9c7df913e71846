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

/** Everything said, by channel and by time. */
public final class Messages {
    private final Map<String, NavigableMap<String, Message>> byChannel = new HashMap<>();

    public void add(String channel, Message message) {
        in(channel).put(message.ts(), message);
    }

    public void remove(String channel, String ts) {
        in(channel).remove(ts);
    }

    public Optional<Message> find(String channel, String ts) {
        return Optional.ofNullable(in(channel).get(ts));
    }

    public Collection<Message> all(String channel) {
        return List.copyOf(in(channel).values());
    }

    public List<Message> topLevel(String channel) {
        return all(channel).stream().filter(Message::inChannel).toList();
    }

    public List<Message> replies(String channel, String root) {
        return in(channel).tailMap(root, false).values().stream()
                .filter(message -> message.thread().filter(root::equals).isPresent())
                .toList();
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
        replies.forEach(reply -> users.add(reply.user()));
        json.put("reply_count", replies.size()).put("reply_users_count", users.size());
        json.put("latest_reply", replies.get(replies.size() - 1).ts());
        json.set("reply_users", Json.strings(users));
        json.put("is_locked", false).put("subscribed", false);
    }

    private NavigableMap<String, Message> in(String channel) {
        return byChannel.computeIfAbsent(channel, any -> new TreeMap<>());
    }
}
