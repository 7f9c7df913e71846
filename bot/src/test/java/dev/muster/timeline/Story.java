package dev.muster.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** A made-up history of a channel: what people did, as the events that Slack would send of it, in order. */
final class Story {

    private static final List<String> REACTIONS = List.of("pushpin", "eyes", "thumbsup::skin-tone-3");

    private final Random random;
    private final List<Map<String, Object>> standing = new ArrayList<>();
    private final List<Fields> events = new ArrayList<>();
    private long now = 1_700_000_000_000_000L;

    private Story(Random random) {
        this.random = random;
    }

    static List<Fields> of(long seed) {
        Story story = new Story(new Random(seed));
        int length = 5 + story.random.nextInt(40);
        for (int step = 0; step < length; step++) {
            story.happen();
        }
        return story.events;
    }

    private void happen() {
        int what = standing.isEmpty() ? 0 : random.nextInt(9);
        switch (what) {
            case 0, 1, 2 -> post();
            case 3, 4 -> edit();
            case 5 -> preview();
            case 6 -> delete();
            case 7 -> react();
            default -> pin();
        }
    }

    private void post() {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", "message");
        message.put("ts", tick());
        message.put("text", "text " + random.nextInt(100));
        int author = random.nextInt(5);
        message.put(author == 0 ? "bot_id" : "user", author == 0 ? "B9" : author == 1 ? "U0BOT" : "U" + author);
        if (random.nextInt(4) == 0) {
            message.put("files", List.of(Map.of("id", "F" + now, "size", 7)));
        }
        if (!standing.isEmpty() && random.nextInt(3) == 0) {
            message.put("thread_ts", ts(any()));
        }
        standing.add(message);
        Map<String, Object> event = new HashMap<>(message);
        event.put("channel", "C1");
        event.put("event_ts", ts(message));
        if (message.containsKey("thread_ts") && random.nextBoolean()) {
            event.put("subtype", "thread_broadcast");
        }
        events.add(new Fields(event));
    }

    private void edit() {
        Map<String, Object> before = any();
        Map<String, Object> after = new LinkedHashMap<>(before);
        after.put("text", "edited " + random.nextInt(100));
        after.put("edited", Map.of("user", "U1", "ts", tick()));
        replace(before, after);
    }

    private void preview() {
        Map<String, Object> before = any();
        Map<String, Object> after = new LinkedHashMap<>(before);
        after.put("attachments", List.of(Map.of("fallback", "preview " + now, "from_url", "https://x.example")));
        replace(before, after);
    }

    private void replace(Map<String, Object> before, Map<String, Object> after) {
        standing.set(standing.indexOf(before), after);
        events.add(changed(before, after));
    }

    private Fields changed(Map<String, Object> before, Map<String, Object> after) {
        return new Fields(Map.of(
                "type",
                "message",
                "subtype",
                "message_changed",
                "hidden",
                true,
                "channel",
                "C1",
                "event_ts",
                tick(),
                "message",
                after,
                "previous_message",
                before));
    }

    /** What has replies leaves a tombstone; anything else is gone. */
    private void delete() {
        Map<String, Object> gone = any();
        standing.remove(gone);
        boolean isParent = standing.stream().anyMatch(other -> ts(gone).equals(other.get("thread_ts")));
        if (isParent) {
            events.add(changed(
                    gone,
                    Map.of(
                            "subtype",
                            "tombstone",
                            "user",
                            "USLACKBOT",
                            "ts",
                            ts(gone),
                            "text",
                            "This message was deleted.")));
        } else {
            events.add(new Fields(Map.of(
                    "type",
                    "message",
                    "subtype",
                    "message_deleted",
                    "channel",
                    "C1",
                    "event_ts",
                    tick(),
                    "deleted_ts",
                    ts(gone),
                    "previous_message",
                    gone)));
        }
    }

    private void react() {
        events.add(new Fields(Map.of(
                "type",
                random.nextInt(3) == 0 ? "reaction_removed" : "reaction_added",
                "user",
                "U" + random.nextInt(3),
                "reaction",
                REACTIONS.get(random.nextInt(REACTIONS.size())),
                "item",
                Map.of("type", "message", "channel", "C1", "ts", ts(any())),
                "event_ts",
                tick())));
    }

    private void pin() {
        events.add(new Fields(Map.of(
                "type",
                random.nextBoolean() ? "pin_added" : "pin_removed",
                "user",
                "U1",
                "channel_id",
                "C1",
                "item",
                Map.of("type", "message", "message", Map.of("ts", ts(any()))),
                "event_ts",
                tick())));
    }

    private Map<String, Object> any() {
        return standing.get(random.nextInt(standing.size()));
    }

    private static Object ts(Map<String, Object> message) {
        return Objects.requireNonNull(message.get("ts"));
    }

    private String tick() {
        now += 1 + random.nextInt(3_000_000);
        return "%d.%06d".formatted(now / 1_000_000, now % 1_000_000);
    }
}
