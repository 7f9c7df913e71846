package dev.muster.slack;

import static dev.muster.testing.BotRig.await;
import static dev.muster.testing.SignedRequests.envelope;
import static dev.muster.testing.SignedRequests.eventId;
import static dev.muster.testing.SignedRequests.message;
import static dev.muster.testing.SignedRequests.ts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.testing.SignedRequests;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of events: every one is taken, each fact stands on the timeline once, and what is nobody's business nowhere. */
class EventsTest {

    private static final String ANN = ",\"user\":\"U0ANN\"";

    private static BotRig bot;
    private static SignedRequests slack;
    private static Tables tables;
    private static String room;
    private static String channel;

    @BeforeAll
    static void start(@TempDir Path folder) {
        bot = BotRig.start(Databases.sqlite(folder), Map.of());
        slack = new SignedRequests(bot.address, bot.workspace.signingSecret());
        tables = new Tables(bot.settings);
        room = bot.declare("ann", "sev2 What becomes of events");
        channel = bot.channel(room).path("id").asText();
    }

    @AfterEach
    void settle() {
        bot.workspace.faults().clear();
        await("nothing left to do", tables::isSettled);
    }

    @AfterAll
    static void stop() {
        bot.close();
    }

    @Test
    void keepsAnEventOnceHoweverOftenItIsSentAgain() {
        String id = eventId();
        String ts = ts();
        String body = envelope(id, message(channel, ts, ANN + ",\"text\":\"thrice\""));

        for (int retry = 0; retry < 4; retry++) {
            assertThat(slack.json(body).statusCode()).isEqualTo(200);
        }

        await("the line", () -> lines(ts) == 1);
        assertThat(slack.json(body).statusCode()).isEqualTo(200);
        await("nothing left to do", tables::isSettled);
        assertThat(lines(ts)).isEqualTo(1);
        assertThat(tables.count("inbox WHERE event_id = ?", id)).isEqualTo(1);
    }

    @Test
    void keepsAnEventOnceThatComesFiftyTimesAtOnce() throws Exception {
        String id = eventId();
        String ts = ts();
        String body = envelope(id, message(channel, ts, ANN + ",\"text\":\"fifty\""));

        List<HttpResponse<String>> answers = atOnce(50, () -> slack.json(body));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        await("the line", () -> lines(ts) == 1);
        await("nothing left to do", tables::isSettled);
        assertThat(lines(ts)).isEqualTo(1);
        assertThat(tables.count("inbox WHERE event_id = ?", id)).isEqualTo(1);
    }

    @Test
    void writesAMessageOnceThatIsAlsoAMention() {
        String ts = ts();
        String said = ANN + ",\"text\":\"<@UBOT0MUSTER> hello\"";

        slack.json(envelope(eventId(), message(channel, ts, said)));
        slack.json(envelope(eventId(), message(channel, ts, said).replace("\"message\"", "\"app_mention\"")));
        slack.json(envelope(eventId(), message(channel, ts, said)));

        await("the line", () -> lines(ts) == 1);
        await("nothing left to do", tables::isSettled);
        assertThat(lines(ts)).isEqualTo(1);
    }

    @Test
    void keepsAnEventAsItCameForABetterReader() {
        String id = eventId();

        slack.json(envelope(id, message(channel, ts(), ANN + ",\"text\":\"remembered elsewhere\"")));

        await(
                "the event to be done",
                () -> tables.count("inbox WHERE event_id = ? AND done_at IS NOT NULL AND body LIKE '%elsewhere%'", id)
                        == 1);
        assertThat(tables.count("timeline WHERE text = 'remembered elsewhere'")).isEqualTo(1);
    }

    static Stream<Arguments> subtypes() {
        return Stream.concat(
                Stream.of(
                                "bot_message",
                                "me_message",
                                "file_share",
                                "thread_broadcast",
                                "channel_join",
                                "channel_leave",
                                "group_join",
                                "group_leave",
                                "channel_topic",
                                "channel_purpose",
                                "group_topic",
                                "channel_name",
                                "channel_unarchive",
                                "channel_convert_to_public",
                                "channel_posting_permissions",
                                "reminder_add",
                                "bot_add",
                                "bot_remove",
                                "slackbot_response",
                                "huddle_thread",
                                "sh_room_created",
                                "joiner_notification",
                                "assistant_app_thread",
                                "document_mention",
                                "share_shortcut",
                                "canvas_updated",
                                "app_conversation_leave",
                                "zzz_new")
                        .map(subtype -> Arguments.of(subtype, ANN)),
                Stream.of(
                        Arguments.of("bot_message", ",\"bot_id\":\"B0OTHER\",\"username\":\"Deploys\""),
                        Arguments.of("ekm_access_denied", ",\"user\":\"UREVOKEDU\""),
                        Arguments.of("zzz_new", ",\"user\":null,\"topic\":{\"a\":[]},\"files\":\"none\"")));
    }

    @ParameterizedTest
    @MethodSource("subtypes")
    void writesDownEveryKindOfMessage(String subtype, String by) {
        String ts = ts();
        String words = "A message of the kind " + subtype;

        HttpResponse<String> answer = slack.json(envelope(
                eventId(), message(channel, ts, by + ",\"subtype\":\"" + subtype + "\",\"text\":\"" + words + "\"")));

        assertThat(answer.statusCode()).isEqualTo(200);
        await("the line", () -> lines(ts) == 1);
        assertThat(tables.texts("SELECT text FROM timeline WHERE ts = ?", ts)).containsExactly(words);
    }

    /** Each in a channel of its own, because nothing goes on there afterwards as before. */
    @ParameterizedTest
    @ValueSource(strings = {"channel_archive", "group_archive", "channel_convert_to_private"})
    void writesDownWhatIsDoneToTheChannel(String subtype) {
        String ts = ts();
        String room = bot.channel(bot.declare("ann", "sev3 Done to it " + subtype))
                .path("id")
                .asText();

        slack.json(envelope(
                eventId(), message(room, ts, ANN + ",\"subtype\":\"" + subtype + "\",\"text\":\"" + subtype + "\"")));

        await("the line", () -> lines(ts) == 1);
        assertThat(tables.texts("SELECT text FROM timeline WHERE ts = ?", ts)).containsExactly(subtype);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"user\":null,\"text\":\"x\"",
                ",\"user\":null,\"text\":null,\"bot_id\":null,\"files\":null,\"blocks\":null",
                ",\"bot_id\":\"B0OTHER\"",
                ",\"user\":\"\",\"text\":\"\"",
                ",\"user\":{\"id\":\"U0ANN\"},\"text\":[\"x\"]",
                ",\"user\":\"U0ANN\",\"text\":\"\",\"files\":[{\"id\":\"F1\",\"mode\":\"file_access\",\"file_access\":\"check_file_info\"}]",
                ",\"user\":\"U0ANN\",\"text\":\"\",\"files\":[null,7,\"F2\"]",
                ",\"user\":\"U0ANN\",\"text\":\"t\",\"blocks\":[{\"type\":\"table\",\"rows\":[[1]]},{\"type\":\"card\"}]",
                ",\"user\":\"U0ANN\",\"text\":\"t\",\"thread_ts\":7,\"edited\":\"yes\",\"reply_count\":\"many\"",
                ",\"user\":\"U0ANN\",\"text\":\"<@> <#> <!> <|> <@|> <!subteam^S1> <https://x|> < & > \\u0000\""
            })
    void writesDownOddMessages(String fields) {
        String id = eventId();
        String ts = ts();

        assertThat(slack.json(envelope(id, message(channel, ts, fields))).statusCode())
                .isEqualTo(200);

        await("the event to be done", () -> isDone(id));
        assertThat(lines(ts)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"message\",\"channel\":\"CHANNEL\"}",
                "{\"type\":\"message\",\"channel\":\"CHANNEL\",\"ts\":\"yesterday\",\"text\":\"x\"}",
                "{\"type\":\"message\",\"channel\":\"CHANNEL\",\"subtype\":\"message_changed\"}",
                "{\"type\":\"message\",\"channel\":\"CHANNEL\",\"subtype\":\"message_changed\",\"message\":null,\"previous_message\":[]}",
                "{\"type\":\"message\",\"channel\":\"CHANNEL\",\"subtype\":\"message_deleted\",\"deleted_ts\":5}",
                "{\"type\":\"message\",\"channel\":{\"id\":\"CHANNEL\"},\"ts\":\"1.1\"}",
                "{\"type\":\"reaction_added\",\"item\":{\"type\":\"message\",\"channel\":\"CHANNEL\"}}",
                "{\"type\":\"reaction_added\",\"reaction\":\"x\",\"user\":null,\"item\":{\"channel\":\"CHANNEL\",\"ts\":\"1.000001\"}}",
                "{\"type\":\"reaction_added\",\"reaction\":\"white_check_mark\",\"item\":{\"channel\":\"CHANNEL\",\"ts\":\"\"}}",
                "{\"type\":\"pin_added\",\"channel_id\":\"CHANNEL\",\"item\":\"x\"}",
                "{\"type\":\"member_joined_channel\",\"channel\":\"CHANNEL\"}",
                "{\"type\":\"channel_rename\",\"channel\":{\"id\":\"CHANNEL\",\"name\":\"new\"}}",
                "{\"type\":\"channel_id_changed\",\"old_channel_id\":\"CHANNEL\"}",
                "{\"type\":\"file_deleted\",\"file_id\":\"F1\",\"channel_ids\":[\"CHANNEL\"]}",
                "{\"type\":\"app_home_opened\"}",
                "{\"type\":\"app_home_opened\",\"user\":\"U0NOBODY\",\"tab\":\"home\"}",
                "{\"type\":\"tokens_revoked\",\"tokens\":{\"bot\":[\"UBOT0MUSTER\"]}}",
                "{\"type\":\"app_uninstalled\"}",
                "{\"type\":[],\"channel\":\"CHANNEL\"}"
            })
    void survivesEventsWithPartsMissing(String event) {
        String id = eventId();

        assertThat(slack.json(envelope(id, event.replace("CHANNEL", channel))).statusCode())
                .isEqualTo(200);

        await("the event to be done", () -> tables.count("inbox WHERE event_id = ? AND done_at IS NULL", id) == 0);
        assertThat(tables.texts("SELECT last_error FROM inbox WHERE event_id = ?", id))
                .allMatch("null"::equals);
    }

    static Stream<Arguments> longTexts() {
        return Stream.of(
                Arguments.of("40,000 letters", "x".repeat(40_000)),
                Arguments.of("12,000 emoji", "👩".repeat(12_000)),
                Arguments.of("controls", "a\u200bb\u202ec\u2066d\u0007e"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("longTexts")
    void keepsLongAndOddTextsWhole(String name, String text) {
        String ts = ts();

        assertThat(slack.json(envelope(
                                eventId(),
                                message(channel, ts, ANN + ",\"text\":" + JsonNodeFactory.instance.textNode(text))))
                        .statusCode())
                .isEqualTo(200);

        await("the line", () -> lines(ts) == 1);
        assertThat(tables.texts("SELECT text FROM timeline WHERE ts = ?", ts)).containsExactly(text);
    }

    @Test
    void readsMarkupAsPeopleSeeIt() {
        String ts = ts();

        slack.json(
                envelope(
                        eventId(),
                        message(
                                channel,
                                ts,
                                ANN
                                        + ",\"text\":\"<!channel> 1 &lt; 2 &amp;amp; <@U0BOB> <#C1|general> <https://x.example|x>\"")));

        await("the line", () -> lines(ts) == 1);
        assertThat(tables.texts("SELECT text FROM timeline WHERE ts = ?", ts))
                .containsExactly("@channel 1 < 2 &amp; @bob #general x (https://x.example)");
    }

    @Test
    void saysNothingToItsOwnMessages() {
        await("nothing left to do", tables::isSettled);
        int before = bot.workspace.calls().size();
        String ts = ts();
        String own = ",\"user\":\"UBOT0MUSTER\",\"bot_id\":\"B0MUSTER\",\"app_id\":\"A0MUSTER\",\"text\":\"mine\"";
        String hook = ",\"subtype\":\"bot_message\",\"bot_id\":\"B0MUSTER\",\"text\":\"my hook\"";
        String edited = "{\"type\":\"message\",\"ts\":\"%s\"%s,\"edited\":{\"user\":\"UBOT0MUSTER\",\"ts\":\"%s\"}}"
                .formatted(ts, own.replace("mine", "mine, edited"), ts());
        String changed =
                ",\"subtype\":\"message_changed\",\"hidden\":true,\"message\":%s,\"previous_message\":{\"type\":\"message\",\"ts\":\"%s\"%s}"
                        .formatted(edited, ts, own);
        String hookTs = ts();

        slack.json(envelope(eventId(), message(channel, ts, own)));
        slack.json(envelope(eventId(), message(channel, hookTs, hook)));
        slack.json(envelope(eventId(), message(channel, ts(), changed)));

        await("three lines", () -> lines(ts) == 2 && lines(hookTs) == 1);
        await("nothing left to do", tables::isSettled);
        assertThat(bot.workspace.calls().subList(before, bot.workspace.calls().size()))
                .filteredOn(call -> !call.method().equals("auth.test"))
                .isEmpty();
    }

    @Test
    void asksNothingOfSlackForAnotherBotsMessage() {
        await("nothing left to do", tables::isSettled);
        int before = bot.workspace.calls().size();
        String ts = ts();

        slack.json(
                envelope(
                        eventId(),
                        message(
                                channel,
                                ts,
                                ",\"subtype\":\"bot_message\",\"bot_id\":\"B0OTHER\",\"username\":\"Deploys\",\"text\":\"v2 is out\"")));

        await("the line", () -> lines(ts) == 1);
        assertThat(tables.texts("SELECT actor_name FROM timeline WHERE ts = ?", ts))
                .containsExactly("Deploys");
        assertThat(bot.workspace.calls().subList(before, bot.workspace.calls().size()))
                .filteredOn(call -> !call.method().equals("auth.test"))
                .isEmpty();
    }

    @Test
    void keepsNothingOfWhatIsSaidElsewhere() {
        String incidents = bot.channel("incidents").path("id").asText();
        String general = bot.channel("general").path("id").asText();
        await(
                "the bot among the announcements",
                () -> bot.channel("incidents").path("members").toString().contains("UBOT0MUSTER"));
        String id = eventId();

        assertThat(slack.json(envelope(id, message(general, ts(), ANN + ",\"text\":\"my salary\"")))
                        .statusCode())
                .isEqualTo(200);
        String ts = bot.as("ann").post("incidents", "my salary, too");
        bot.as("ann").edit("incidents", ts, "my salary, three");
        bot.as("bob").react("incidents", ts, "eyes");
        bot.as("bob").say("my salary, four");
        bot.as("ann").delete("incidents", ts);

        assertThat(bot.workspace.pushes())
                .as("events that were brought")
                .anyMatch(push -> push.event().path("ts").asText().equals(ts));
        assertThat(tables.count(
                        "inbox WHERE event_id = ? OR body LIKE '%my salary%' OR body LIKE ?", id, "%" + ts + "%"))
                .isZero();
        assertThat(tables.count("timeline WHERE text LIKE '%my salary%' OR channel = ?", incidents))
                .isZero();
    }

    @Test
    void saysLaterWhenAnEventCannotBeKept() {
        String id = eventId();
        String ts = ts();
        String body = envelope(id, message(channel, ts, ANN + ",\"text\":\"patience\""));

        tables.run("ALTER TABLE inbox RENAME TO inbox_away");
        HttpResponse<String> refused;
        HttpResponse<String> limited;
        try {
            refused = slack.json(body);
            limited = slack.json("{\"type\":\"app_rate_limited\",\"team_id\":\"T0LOCAL\"}");
        } finally {
            tables.run("ALTER TABLE inbox_away RENAME TO inbox");
        }
        HttpResponse<String> again = slack.json(body);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).isEmpty();
        assertThat(limited.statusCode()).isEqualTo(503);
        assertThat(again.statusCode()).isEqualTo(200);
        await("the line", () -> lines(ts) == 1);
    }

    @Test
    void saysSorryWhenACommandCannotBeKept() {
        tables.run("ALTER TABLE timeline RENAME TO timeline_away");
        String said;
        try {
            said = bot.say("ann", room, "note nobody will read this").body().toString();
        } finally {
            tables.run("ALTER TABLE timeline_away RENAME TO timeline");
        }

        assertThat(said)
                .contains("went wrong on my side")
                .doesNotContain("Exception")
                .doesNotContain("SQL");
        bot.say("ann", room, "note this is read");
        assertThat(tables.count("timeline WHERE text = 'nobody will read this'"))
                .isZero();
        assertThat(tables.count("timeline WHERE text = 'this is read'")).isEqualTo(1);
    }

    @Test
    void losesNothingThatIsSaidBeforeTheChannelIsKnown() {
        int before = bot.incidentChannels().size();
        bot.workspace.faults().dropAfterActing("conversations.create", 1).delay("users.conversations", seconds(2));
        bot.say("bob", "general", "declare sev3 Said too early");
        await("a channel", () -> bot.incidentChannels().size() > before);
        String early = bot.incidentChannels().get(before).path("name").asText();

        bot.as("cleo").join(early);
        String ts = bot.as("cleo").post(early, "I was here first");
        assertThat(lines(ts)).as("lines before the bot knows its channel").isZero();

        await("the line", () -> lines(ts) == 1);
        await("a pinned card", () -> bot.channel(early).path("pins").size() == 1);
        assertThat(tables.texts("SELECT incident_id FROM timeline WHERE ts = ?", ts))
                .containsExactly("2");
        assertThat(bot.incidentChannels()).hasSize(before + 1);
    }

    private static Duration seconds(int many) {
        return Duration.ofSeconds(many);
    }

    private static long lines(String ts) {
        return tables.count("timeline WHERE ts = ?", ts);
    }

    private static boolean isDone(String eventId) {
        return tables.count("inbox WHERE event_id = ? AND done_at IS NOT NULL", eventId) == 1;
    }

    static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(Collections.nCopies(times, work))) {
                results.add(done.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
