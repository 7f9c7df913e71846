package dev.muster.timeline;

import dev.muster.incident.UserId;
import dev.muster.timeline.MessageState.Reaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A channel in which people and bots do things at random: it keeps what is true, and the events that Slack would send of
 * it. The same seed gives the same history, and a shorter one is the beginning of a longer.
 */
final class ChannelModel {

    /**
     * What is true of one message in the end.
     *
     * @param text as a person sees it; of a deleted message, as they saw it last
     * @param wordings every one that it ever had, the present one among them
     * @param editedTs Slack's timestamp of the last change of its text
     * @param thread the message that it replies to
     * @param files the ids of those that still exist
     */
    record Truth(
            String text,
            Set<String> wordings,
            Optional<String> editedTs,
            boolean deleted,
            Optional<String> thread,
            Set<String> files,
            Set<Reaction> reactions,
            boolean pinned) {}

    private static final List<String> REACTIONS =
            List.of("eyes", "+1::skin-tone-3", "+1", "pushpin", "white_check_mark");
    private static final List<String> WORDS = List.of(
            "checkout & cart are slow", "p99 < 2 s", "a > b", "déploiement 🔥", "see https://x.example/1", "x:y:z");

    private final Random random;
    private final int people;
    private final String channel;
    private final Map<String, Posting> postings = new LinkedHashMap<>();
    private final List<Posting> standing = new ArrayList<>();
    private final List<Map<String, Object>> events = new ArrayList<>();
    private final List<Runnable> deeds = List.of(
            this::say,
            this::say,
            this::say,
            this::alert,
            this::botSays,
            this::share,
            this::reply,
            this::reply,
            this::edit,
            this::edit,
            this::editByBot,
            this::progress,
            this::preview,
            this::broadcastLater,
            this::delete,
            this::react,
            this::react,
            this::react,
            this::takeBack,
            this::takeBack,
            this::pin,
            this::unpin,
            this::deleteFile,
            this::join,
            this::topic);
    private long now = 1_700_000_000_000_000L;

    private ChannelModel(Random random, int people, String channel) {
        this.random = random;
        this.people = people;
        this.channel = channel;
    }

    /** A history in the channel {@code C1}, of people {@code U1} to {@code U<people>}. */
    static ChannelModel random(long seed, int actions, int people) {
        return random(seed, actions, people, "C1");
    }

    static ChannelModel random(long seed, int actions, int people, String channel) {
        ChannelModel model = new ChannelModel(new Random(seed), people, channel);
        model.say();
        for (int action = 1; action < actions; action++) {
            model.deeds.get(model.random.nextInt(model.deeds.size())).run();
        }
        return model;
    }

    /** The inner events, in the order in which things happened. */
    List<Map<String, Object>> events() {
        return Collections.unmodifiableList(events);
    }

    /** What is true of each message in the end, by its timestamp. */
    Map<String, Truth> state() {
        Map<String, Truth> state = new LinkedHashMap<>();
        postings.forEach((ts, posting) -> state.put(ts, posting.truth()));
        return state;
    }

    private void say() {
        String text = words();
        Map<String, Object> message = SlackJson.typed(person(), tick(), text);
        boolean isAction = random.nextInt(15) == 0;
        post(new Posting(isAction ? SlackJson.with(message, "subtype", "me_message") : message, text));
        if (random.nextInt(10) == 0) {
            events.add(SlackJson.with(events.get(events.size() - 1), "type", "app_mention"));
        }
    }

    private void alert() {
        String title = words();
        String text = words();
        post(new Posting(SlackJson.alert(tick(), title, text), title + "\n" + text));
    }

    private void botSays() {
        String text = words();
        Map<String, Object> message = SlackJson.typed("U0DEPLOY", tick(), text);
        post(new Posting(SlackJson.with(message, "bot_id", "B2", "app_id", "A2"), text));
    }

    private void share() {
        String text = random.nextBoolean() ? "" : words();
        String ts = tick();
        String file = "F" + now;
        Map<String, Object> message = SlackJson.typed(person(), ts, text);
        Posting posting = new Posting(
                SlackJson.with(message, "subtype", "file_share", "files", List.of(SlackJson.file(file))), text);
        posting.files.add(file);
        post(posting);
    }

    private void reply() {
        any(posting -> posting.thread().isEmpty() && !posting.isNotice()).ifPresent(parent -> {
            String text = words();
            Map<String, Object> message = SlackJson.with(
                    SlackJson.typed(person(), tick(), text), "thread_ts", parent.ts, "parent_user_id", "U1");
            parent.json = SlackJson.with(parent.json, "thread_ts", parent.ts);
            parent.replies++;
            boolean isBroadcast = random.nextInt(4) == 0;
            post(new Posting(
                    isBroadcast ? SlackJson.with(message, "subtype", "thread_broadcast", "root", parent.json) : message,
                    text));
        });
    }

    private void edit() {
        any(posting -> !posting.isApp() && !posting.isNotice()).ifPresent(this::editWithMark);
    }

    private void editByBot() {
        any(posting -> posting.isApp() && !posting.isAlert()).ifPresent(this::editWithMark);
    }

    /** Slack marks an edit with the whole second, and what was edited gets its previews anew. */
    private void editWithMark(Posting posting) {
        String eventTs = tick();
        String editTs = eventTs.substring(0, eventTs.indexOf('.')) + ".000000";
        String text = words();
        Map<String, Object> after = SlackJson.with(
                posting.json,
                "text",
                SlackJson.escaped(text),
                "blocks",
                List.of(SlackJson.richText(text)),
                "edited",
                SlackJson.of("user", "U1", "ts", editTs));
        after.remove("attachments");
        posting.says(text, editTs);
        change(posting, eventTs, after);
    }

    /** Bots bring their messages up to date without a mark of it. */
    private void progress() {
        any(Posting::isApp).ifPresent(posting -> {
            String eventTs = tick();
            String title = words();
            String text = words();
            posting.says(posting.isAlert() ? title + "\n" + text : text, eventTs);
            change(
                    posting,
                    eventTs,
                    posting.isAlert()
                            ? SlackJson.with(posting.json, "attachments", SlackJson.attached(title, text))
                            : SlackJson.with(posting.json, "text", SlackJson.escaped(text)));
        });
    }

    private void preview() {
        any(posting -> !posting.isAlert() && !posting.isNotice()).ifPresent(posting -> {
            int previews = 1 + random.nextInt(2);
            List<Map<String, Object>> shown = List.of(SlackJson.preview(1), SlackJson.preview(2));
            change(posting, tick(), SlackJson.with(posting.json, "attachments", shown.subList(0, previews)));
        });
    }

    private void broadcastLater() {
        any(posting -> posting.thread().isPresent() && !posting.json.containsKey("subtype"))
                .ifPresent(reply -> change(reply, tick(), SlackJson.with(reply.json, "subtype", "thread_broadcast")));
    }

    /** What has replies leaves a tombstone, which goes away with the last of them. */
    private void delete() {
        any(posting -> !posting.isNotice()).ifPresent(posting -> {
            standing.remove(posting);
            posting.deleted = true;
            if (posting.replies > 0) {
                change(posting, tick(), SlackJson.tombstone(posting.ts));
                return;
            }
            events.add(SlackJson.deleted(channel, tick(), posting.json));
            posting.thread().map(postings::get).ifPresent(this::oneReplyLess);
        });
    }

    private void oneReplyLess(Posting parent) {
        parent.replies--;
        if (parent.deleted && parent.replies == 0) {
            events.add(SlackJson.deleted(channel, tick(), parent.json));
        }
    }

    private void react() {
        any(posting -> true).ifPresent(posting -> {
            Reaction reaction = new Reaction(REACTIONS.get(random.nextInt(REACTIONS.size())), new UserId(person()));
            if (posting.reactions.add(reaction)) {
                events.add(SlackJson.reaction("reaction_added", channel, posting.ts, reaction, tick()));
            }
        });
    }

    private void takeBack() {
        any(posting -> !posting.reactions.isEmpty()).ifPresent(posting -> {
            Reaction reaction = posting.reactions.iterator().next();
            posting.reactions.remove(reaction);
            events.add(SlackJson.reaction("reaction_removed", channel, posting.ts, reaction, tick()));
        });
    }

    private void pin() {
        any(posting -> !posting.pinned).ifPresent(posting -> {
            posting.pinned = true;
            events.add(SlackJson.pin("pin_added", channel, posting.json, tick()));
        });
    }

    private void unpin() {
        any(posting -> posting.pinned).ifPresent(posting -> {
            posting.pinned = false;
            events.add(SlackJson.pin("pin_removed", channel, posting.json, tick()));
        });
    }

    private void deleteFile() {
        any(posting -> !posting.files.isEmpty()).ifPresent(posting -> {
            String file = posting.files.iterator().next();
            posting.files.remove(file);
            events.add(SlackJson.fileDeleted(channel, file, tick()));
            Map<String, Object> trace = SlackJson.of("id", file, "mode", "tombstone");
            change(posting, tick(), SlackJson.with(posting.json, "files", List.of(trace)));
        });
    }

    private void join() {
        String user = person();
        Map<String, Object> message = SlackJson.of(
                "type",
                "message",
                "subtype",
                "channel_join",
                "user",
                user,
                "ts",
                tick(),
                "text",
                "somebody has joined",
                "inviter",
                "U1");
        post(new Posting(message, "somebody has joined"));
        events.add(SlackJson.of(
                "type",
                "member_joined_channel",
                "user",
                user,
                "channel",
                channel,
                "channel_type",
                "C",
                "team",
                "T1",
                "inviter",
                "U1",
                "event_ts",
                tick()));
    }

    private void topic() {
        String topic = words();
        Map<String, Object> message = SlackJson.of(
                "type",
                "message",
                "subtype",
                "channel_topic",
                "user",
                person(),
                "ts",
                tick(),
                "text",
                SlackJson.escaped(topic),
                "topic",
                SlackJson.escaped(topic));
        post(new Posting(message, topic));
    }

    private void post(Posting posting) {
        postings.put(posting.ts, posting);
        standing.add(posting);
        events.add(SlackJson.posted(channel, posting.json));
    }

    private void change(Posting posting, String eventTs, Map<String, Object> after) {
        events.add(SlackJson.changed(channel, eventTs, posting.json, after));
        posting.json = after;
    }

    /** One of those that stand and fit, if a few tries find any. */
    private Optional<Posting> any(Predicate<Posting> fits) {
        for (int tries = 0; tries < 20 && !standing.isEmpty(); tries++) {
            Posting posting = standing.get(random.nextInt(standing.size()));
            if (fits.test(posting)) {
                return Optional.of(posting);
            }
        }
        return Optional.empty();
    }

    private String person() {
        return "U" + (1 + random.nextInt(people));
    }

    private String words() {
        return WORDS.get(random.nextInt(WORDS.size())) + " " + random.nextInt(1000);
    }

    /** More than a second passes between two things, as between two edits by a person. */
    private String tick() {
        now += 1_000_001 + random.nextInt(40_000_000);
        return "%d.%06d".formatted(now / 1_000_000, now % 1_000_000);
    }
}
