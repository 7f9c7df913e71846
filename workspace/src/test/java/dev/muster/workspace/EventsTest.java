package dev.muster.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.workspace.push.Signature;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventsTest extends WorkspaceCase {
    @Test
    void signsLikeTheExampleInTheDocumentation() {
        String body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
                + "%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

        String signature = Signature.of("8f742231b10e8888abcd99yyyzzz85a5", 1_531_420_618, body);

        assertThat(signature).isEqualTo("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
    }

    @Test
    void signsWhatItBringsByTheWorkspacesClock() {
        ann().post("incidents", "checkout läuft nicht \uD83D\uDE80");

        FakeBot.Delivery delivery = bot.last();

        assertThat(delivery.timestamp()).isEqualTo(Long.toString(clock.instant().getEpochSecond()));
        assertThat(delivery.signature())
                .isEqualTo(
                        Signature.of(workspace.signingSecret(), clock.instant().getEpochSecond(), delivery.body()));
    }

    @Test
    void bringsAPlainMessageInItsEnvelope() {
        String ts = ann().post("incidents", "is @bob there? see https://example.com/a?b=1&c=2 in #general :tada: <b>");

        JsonNode envelope = bot.last().json();
        JsonNode event = envelope.path("event");

        assertThat(envelope.path("type").asText()).isEqualTo("event_callback");
        assertThat(envelope.path("event_id").asText()).startsWith("Ev");
        assertThat(envelope.path("authorizations").path(0).path("user_id").asText())
                .isEqualTo(BOT);
        assertThat(event.path("channel_type").asText()).isEqualTo("channel");
        assertThat(event.path("client_msg_id").asText()).isNotEmpty();
        assertThat(event.path("ts").asText())
                .isEqualTo(ts)
                .isEqualTo(event.path("event_ts").asText());
        assertThat(event.path("text").asText())
                .isEqualTo("is <@U0BOB> there? see <https://example.com/a?b=1&amp;c=2> in <#" + id("general")
                        + "|general> :tada: &lt;b&gt;");
        assertThat(event.path("blocks").path(0).path("type").asText()).isEqualTo("rich_text");
    }

    @Test
    void bringsNothingFromChannelsTheBotIsNotIn() {
        ann().post("general", "lunch?");

        assertThat(bot.deliveries()).isEmpty();
    }

    @Test
    void bringsAMentionTwice() {
        String ts = ann().post("incidents", "hello @muster");

        assertThat(bot.events("message"))
                .singleElement()
                .satisfies(event -> assertThat(event.path("ts").asText()).isEqualTo(ts));
        assertThat(bot.events("app_mention"))
                .singleElement()
                .satisfies(event -> assertThat(event.path("ts").asText()).isEqualTo(ts));
        assertThat(bot.deliveries().stream()
                        .map(delivery -> delivery.json().path("event_id").asText()))
                .doesNotHaveDuplicates();
    }

    @Test
    void triesAnEventAgainWithTheSameIdUntilItIsTaken() {
        bot.answer = delivery -> delivery.retryNum().equals("2") ? FakeBot.Reply.OK : new FakeBot.Reply(500, "not now");

        ann().post("incidents", "anyone?");
        settle();

        List<FakeBot.Delivery> tries = bot.deliveries();
        assertThat(tries).extracting(FakeBot.Delivery::retryNum).containsExactly("", "1", "2");
        assertThat(tries.get(1).retryReason()).isEqualTo("http_error");
        assertThat(tries.stream()
                        .map(delivery -> delivery.json().path("event_id").asText())
                        .distinct())
                .hasSize(1);
        assertThat(workspace.pushes().stream().filter(push -> push.retry() > 0).map(Push::ok))
                .containsExactly(false, true);
    }

    @Test
    void givesUpAfterThreeRetries() {
        bot.answer = any -> new FakeBot.Reply(404, "");

        ann().post("incidents", "anyone?");
        settle();

        assertThat(bot.deliveries()).hasSize(4);
    }

    @Test
    void saysWhenABotCannotBeReached() {
        bot.close();

        ann().post("incidents", "anyone?");
        settle();

        List<Push> pushes = workspace.pushes();
        assertThat(pushes.get(pushes.size() - 1).error()).isEqualTo("connection_failed");
        assertThat(pushes.get(pushes.size() - 1).retry()).isEqualTo(3);
    }

    @Test
    void tellsOfAnEditWithBothVersions() {
        String ts = ann().post("incidents", "its down");
        ann().edit("incidents", ts, "it's down");

        JsonNode event = bot.last().event();

        assertThat(event.path("subtype").asText()).isEqualTo("message_changed");
        assertThat(event.path("hidden").asBoolean()).isTrue();
        assertThat(event.has("user")).isFalse();
        assertThat(event.path("ts").asText())
                .isNotEqualTo(ts)
                .isEqualTo(event.path("event_ts").asText());
        assertThat(event.path("message").path("ts").asText()).isEqualTo(ts);
        assertThat(event.path("message").path("text").asText()).isEqualTo("it's down");
        assertThat(event.path("message").path("edited").path("user").asText()).isEqualTo(ANN);
        assertThat(event.path("previous_message").path("text").asText()).isEqualTo("its down");
        assertThat(event.path("previous_message").has("edited")).isFalse();
    }

    @Test
    void tellsOfADeletionWithWhatWasThere() {
        String ts = ann().post("incidents", "oops");
        ann().delete("incidents", ts);

        JsonNode event = bot.last().event();

        assertThat(event.path("subtype").asText()).isEqualTo("message_deleted");
        assertThat(event.path("deleted_ts").asText()).isEqualTo(ts);
        assertThat(event.path("previous_message").path("text").asText()).isEqualTo("oops");
        assertThat(workspace.message(incidents, ts)).isEmpty();
    }

    @Test
    void leavesATombstoneWhereADeletedMessageHadReplies() {
        String ts = ann().post("incidents", "root");
        ann().reply("incidents", ts, "reply");
        ann().delete("incidents", ts);

        JsonNode event = bot.last().event();

        assertThat(event.path("subtype").asText()).isEqualTo("message_changed");
        assertThat(event.path("message").path("subtype").asText()).isEqualTo("tombstone");
        assertThat(event.path("message").path("user").asText()).isEqualTo("USLACKBOT");
        assertThat(event.path("previous_message").path("text").asText()).isEqualTo("root");
        assertThat(workspace.messages(incidents).stream()
                        .map(message -> message.path("text").asText()))
                .contains("This message was deleted.", "reply");
    }

    @Test
    void marksRepliesAndBroadcasts() {
        String root = ann().post("incidents", "root");
        ann().reply("incidents", root, "in the thread");
        JsonNode reply = bot.last().event();
        workspace.as("bob").broadcast("incidents", root, "for all");
        JsonNode broadcast = bot.last().event();

        assertThat(reply.path("thread_ts").asText()).isEqualTo(root);
        assertThat(reply.path("parent_user_id").asText()).isEqualTo(ANN);
        assertThat(reply.has("subtype")).isFalse();
        assertThat(broadcast.path("subtype").asText()).isEqualTo("thread_broadcast");
        assertThat(broadcast.path("root").path("ts").asText()).isEqualTo(root);
    }

    @Test
    void tellsOfReactionsAndPins() {
        String ts = ann().post("incidents", "look");
        ann().react("incidents", ts, "eyes");
        ann().unreact("incidents", ts, "eyes");
        ann().pin("incidents", ts);

        assertThat(bot.events("reaction_added")).singleElement().satisfies(event -> {
            assertThat(event.path("reaction").asText()).isEqualTo("eyes");
            assertThat(event.path("item").path("ts").asText()).isEqualTo(ts);
            assertThat(event.path("item_user").asText()).isEqualTo(ANN);
        });
        assertThat(bot.events("reaction_removed")).hasSize(1);
        assertThat(bot.events("pin_added")).singleElement().satisfies(event -> {
            assertThat(event.path("channel_id").asText()).isEqualTo(incidents);
            assertThat(event.path("item").path("message").path("ts").asText()).isEqualTo(ts);
        });
    }

    @Test
    void tellsOfComingAndGoing() {
        workspace.as("bob").leave("incidents");
        workspace.as("bob").join("incidents");

        assertThat(bot.events("channel_leave")).hasSize(1);
        assertThat(bot.events("channel_join")).hasSize(1);
        assertThat(bot.events("member_left_channel")).hasSize(1);
        assertThat(bot.events("member_joined_channel")).singleElement().satisfies(event -> {
            assertThat(event.path("user").asText()).isEqualTo(BOB);
            assertThat(event.path("channel_type").asText()).isEqualTo("C");
        });
    }

    @Test
    void sharesAFile() {
        ann().upload("incidents", "log.txt", "it burns");

        JsonNode event = bot.last().event();
        String file = event.path("files").path(0).path("id").asText();

        assertThat(event.path("subtype").asText()).isEqualTo("file_share");
        assertThat(workspace.file(file))
                .hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo("it burns"));
        assertThat(api.ok("files.info", "file", file).path("file").path("name").asText())
                .isEqualTo("log.txt");
    }

    @Test
    void bringsWhatIsSaidToTheBotAlone() {
        ann().say("help");
        ann().openHome();

        assertThat(bot.events("message")).singleElement().satisfies(event -> assertThat(
                        event.path("channel_type").asText())
                .isEqualTo("im"));
        assertThat(bot.events("app_home_opened"))
                .singleElement()
                .satisfies(event -> assertThat(event.path("tab").asText()).isEqualTo("home"));
        assertThat(workspace.dms("ann")).hasSize(1);
    }

    @Test
    void saysMeInItsOwnWay() {
        ann().slash("incidents", "/me is looking");

        assertThat(bot.events("me_message"))
                .singleElement()
                .satisfies(event -> assertThat(event.path("text").asText()).isEqualTo("is looking"));
    }

    @Test
    void losesAndRepeatsEventsWhenAsked() {
        workspace.faults().loseEvents(1);
        ann().post("incidents", "lost");
        workspace.faults().repeatEvents(1);
        ann().post("incidents", "twice");
        ann().post("incidents", "once");

        assertThat(bot.events("message").stream()
                        .map(event -> event.path("text").asText()))
                .containsExactly("twice", "twice", "once");
        assertThat(bot.deliveries().get(0).body())
                .isEqualTo(bot.deliveries().get(1).body());
    }
}
