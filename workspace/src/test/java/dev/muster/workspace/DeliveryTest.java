package dev.muster.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.push.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest extends WorkspaceCase {
    private List<String> brought() {
        return bot.events("message").stream()
                .map(event -> event.path("text").asText())
                .toList();
    }

    @Test
    void losesTheEventsThatAreMeantUntilCleared() {
        workspace.faults().loseEvents(event -> event.path("text").asText().startsWith("lost"));
        ann().post("incidents", "lost 1");
        ann().post("incidents", "kept");
        ann().post("incidents", "lost 2");
        workspace.faults().clear();
        ann().post("incidents", "lost no more");

        assertThat(brought()).containsExactly("kept", "lost no more");
    }

    @Test
    void countsOnlyEventsThatWereNotLostAnyway() {
        workspace.faults().loseEvents(1).loseEvents(event -> event.path("text")
                .asText()
                .equals("a"));
        ann().post("incidents", "a");
        ann().post("incidents", "b");
        ann().post("incidents", "c");

        assertThat(brought()).containsExactly("c");
    }

    @Test
    void keepsHeldEventsInOrderAndBringsThemWhenReleased() {
        workspace.holdEvents();
        ann().post("incidents", "one");
        ann().post("incidents", "two");

        assertThat(bot.deliveries()).isEmpty();
        assertThat(workspace.heldEvents())
                .extracting(envelope -> envelope.path("event").path("text").asText())
                .containsExactly("one", "two");

        workspace.releaseEvents();
        ann().post("incidents", "three");

        assertThat(brought()).containsExactly("one", "two", "three");
        assertThat(workspace.heldEvents()).isEmpty();
    }

    @Test
    void letsATestDeliverHeldEventsShuffledAndTwice() {
        workspace.holdEvents();
        IntStream.range(0, 20).forEach(i -> ann().post("incidents", "message " + i));
        List<JsonNode> mixed = new ArrayList<>(workspace.heldEvents());
        mixed.addAll(workspace.heldEvents());
        Collections.shuffle(mixed, new Random(7));

        assertThat(mixed)
                .allSatisfy(envelope -> assertThat(workspace.deliver(envelope)).isEqualTo(200));

        assertThat(bot.deliveries())
                .extracting(FakeBot.Delivery::body)
                .containsExactlyElementsOf(mixed.stream().map(Json::write).toList());
    }

    @Test
    void signsWhatIsDeliveredByHandAndCallsARetryARetry() {
        workspace.holdEvents();
        ann().post("incidents", "hello");
        clock.pass(Duration.ofHours(1));

        workspace.deliver(workspace.heldEvents().get(0), 2);

        long now = clock.instant().getEpochSecond();
        FakeBot.Delivery delivery = bot.last();
        assertThat(delivery.signature()).isEqualTo(Signature.of(workspace.signingSecret(), now, delivery.body()));
        assertThat(delivery.retryNum()).isEqualTo("2");
        assertThat(delivery.retryReason()).isEqualTo("http_timeout");
    }

    @Test
    void keepsHoldingWhatTheBotDidNotTake() {
        workspace.holdEvents();
        ann().post("incidents", "one");
        ann().post("incidents", "two");
        List<JsonNode> held = workspace.heldEvents();

        int taken = workspace.deliver(held.get(1));
        bot.answer = any -> new FakeBot.Reply(503, "");
        int refused = workspace.deliver(held.get(0));
        bot.answer = any -> FakeBot.Reply.OK;
        workspace.releaseEvents();

        assertThat(List.of(taken, refused)).containsExactly(200, 503);
        assertThat(brought()).containsExactly("two", "one", "one");
    }

    @Test
    void saysZeroWhenNobodyAnswers() {
        workspace.holdEvents();
        ann().post("incidents", "one");
        bot.close();

        assertThat(workspace.deliver(workspace.heldEvents().get(0))).isZero();
    }

    @Test
    void forgetsHeldEventsWhenAsked() {
        workspace.holdEvents();
        ann().post("incidents", "never");
        workspace.forgetHeldEvents();
        ann().post("incidents", "again");

        assertThat(brought()).containsExactly("again");
    }

    @Test
    void doesNotHoldWhatIsLost() {
        workspace.holdEvents();
        workspace.faults().loseEvents(1);
        ann().post("incidents", "lost");

        assertThat(workspace.heldEvents()).isEmpty();
    }

    @Test
    @Timeout(60)
    void letsPeopleActQuicklyWhileEventsAreHeld() {
        bot.answer = any -> new FakeBot.Reply(500, "nobody should ask");
        workspace.holdEvents();
        Acting ann = ann();
        String root = ann.post("incidents", "root");
        for (int i = 0; i < 2_500; i++) {
            String ts = i % 2 == 0 ? ann.post("incidents", "message " + i) : ann.reply("incidents", root, "reply " + i);
            ann.edit("incidents", ts, "edited " + i);
            ann.react("incidents", ts, "eyes");
            ann.delete("incidents", ts);
        }

        assertThat(workspace.heldEvents()).hasSize(10_001);
        assertThat(bot.deliveries()).isEmpty();
    }

    @Test
    void losesEventsWhileTheyAreRateLimitedAndSaysSoInNoEnvelope() {
        clock.pass(Duration.ofSeconds(75));

        int status = workspace.rateLimitEvents();
        ann().post("incidents", "lost");
        workspace.faults().clear();
        ann().post("incidents", "lost as well");
        workspace.endEventRateLimit();
        ann().post("incidents", "heard");

        FakeBot.Delivery word = bot.deliveries().get(0);
        long now = clock.instant().getEpochSecond();
        assertThat(status).isEqualTo(200);
        assertThat(word.signature()).isEqualTo(Signature.of(workspace.signingSecret(), now, word.body()));
        assertThat(Json.texts(Json.array().addAll(word.json().findValues("type"))))
                .containsExactly("app_rate_limited");
        assertThat(word.json().path("minute_rate_limited").asLong()).isEqualTo(now - 15);
        assertThat(word.json().path("team_id").asText()).isEqualTo("T0LOCAL");
        assertThat(word.json().path("api_app_id").asText()).isEqualTo("A0MUSTER");
        assertThat(bot.deliveries()).hasSize(2);
        assertThat(brought()).containsExactly("heard");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "challenge=%s", "{\"challenge\":\"%s\"}"})
    void isContentWhenTheChallengeComesBack(String form) {
        bot.answer = delivery -> new FakeBot.Reply(
                200, form.formatted(delivery.json().path("challenge").asText()));

        assertThat(workspace.verify()).isTrue();
        assertThat(bot.last().json().path("type").asText()).isEqualTo("url_verification");
        assertThat(bot.last().signature()).startsWith("v0=");
    }

    @Test
    void isNotContentWithAnyOtherAnswer() {
        assertThat(workspace.verify()).isFalse();
        bot.answer = delivery ->
                new FakeBot.Reply(401, delivery.json().path("challenge").asText());
        assertThat(workspace.verify()).isFalse();
    }

    @Test
    void bringsAnyEventAsItIs() {
        JsonNode inner = Json.readObject("{\"type\":\"tokens_revoked\",\"tokens\":{\"bot\":[\"UBOT0MUSTER\"]}}")
                .orElseThrow();

        workspace.event(inner.deepCopy());

        assertThat(bot.last().event()).isEqualTo(inner);
        assertThat(bot.last().json().path("event_id").asText()).startsWith("Ev");
    }
}
