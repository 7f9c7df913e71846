package dev.muster.bench;

import dev.muster.desk.Chat;
import dev.muster.desk.Notice;
import dev.muster.incident.Arrivals;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Incident;
import dev.muster.incident.MessageRef;
import dev.muster.incident.UserId;
import dev.muster.timeline.Fields;
import dev.muster.timeline.Reading;
import dev.muster.timeline.Reading.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A channel that was talked in while nobody listened: pages of 200, newest first, every twelfth message a thread. */
final class History implements Chat {

    private static final int PAGE = 200;
    private static final int REPLIES = 8;

    private final List<Fields> newestFirst = new ArrayList<>();
    private final Map<String, List<Fields>> threads = new HashMap<>();
    private final AtomicInteger asked = new AtomicInteger();

    History(int messages, Instant now) {
        int parents = messages / 20;
        int inChannel = messages - parents * REPLIES;
        long first = now.getEpochSecond() - 100_000;
        for (int index = inChannel - 1; index >= 0; index--) {
            String ts = ts(first + index * 5L, 0);
            boolean isParent = index % 12 == 0 && threads.size() < parents;
            newestFirst.add(message(ts, isParent ? Map.of("thread_ts", ts, "reply_count", REPLIES) : Map.of()));
            if (isParent) {
                threads.put(ts, replies(first + index * 5L, ts));
            }
        }
    }

    int threads() {
        return threads.size();
    }

    int replies() {
        return threads.size() * REPLIES;
    }

    int asked() {
        return asked.get();
    }

    @Override
    public Page read(ChannelId channel, Reading place) {
        asked.incrementAndGet();
        return place.thread()
                .map(parent -> new Page(threads.getOrDefault(parent, List.of()), "", false))
                .orElseGet(() -> page(place.cursor().isEmpty() ? 0 : Integer.parseInt(place.cursor())));
    }

    private Page page(int from) {
        int to = Math.min(newestFirst.size(), from + PAGE);
        return new Page(newestFirst.subList(from, to), to == newestFirst.size() ? "" : String.valueOf(to), false);
    }

    private static List<Fields> replies(long second, String parent) {
        List<Fields> replies = new ArrayList<>();
        for (int count = 1; count <= REPLIES; count++) {
            replies.add(message(ts(second, count), Map.of("thread_ts", parent)));
        }
        return replies;
    }

    private static Fields message(String ts, Map<String, Object> more) {
        Map<String, Object> message = new HashMap<>(more);
        message.put("type", "message");
        message.put("user", "U0BENCH" + (ts.charAt(9) - '0') % Events.PEOPLE);
        message.put("text", "the checkout service is slow again since the deploy at noon, the queue grows: " + ts);
        message.put("ts", ts);
        return new Fields(message);
    }

    private static String ts(long second, int micros) {
        return "%d.%06d".formatted(second, micros);
    }

    @Override
    public Opened open(Incident incident, boolean retry) {
        return new Opened(new ChannelId(Events.CHANNEL), "bench");
    }

    @Override
    public ChannelId channel(String nameOrId) {
        return new ChannelId(Events.CHANNEL);
    }

    @Override
    public ChannelId direct(UserId person) {
        return new ChannelId("D0BENCH");
    }

    @Override
    public MessageRef post(ChannelId channel, Notice notice, String key, boolean retry) {
        return new MessageRef(channel, ts(1_700_000_000, asked.incrementAndGet()));
    }

    @Override
    public MessageRef reply(MessageRef parent, Notice notice, String key, boolean retry) {
        return parent;
    }

    @Override
    public void attach(MessageRef parent, String name, String text, String comment) {}

    @Override
    public boolean update(MessageRef message, Notice notice) {
        return true;
    }

    @Override
    public void pin(MessageRef message) {}

    @Override
    public void topic(ChannelId channel, String topic, String purpose) {}

    @Override
    public void bookmarks(ChannelId channel, Map<String, String> links) {}

    @Override
    public Arrivals invite(ChannelId channel, List<String> usersAndGroups) {
        return new Arrivals(List.of(), List.of(), List.of());
    }

    @Override
    public void archive(ChannelId channel) {}
}
