package dev.muster.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class InteractionsTest extends WorkspaceCase {
    private static final String BUTTONS =
            """
            [{"type":"actions","block_id":"b1","elements":[
              {"type":"button","action_id":"go","value":"1","text":{"type":"plain_text","text":"One"}},
              {"type":"static_select","action_id":"pick","options":[
                {"value":"sev1","text":{"type":"plain_text","text":"Sev 1"}},
                {"value":"sev2","text":{"type":"plain_text","text":"Sev 2"}}]}]}]""";
    private static final String FORM =
            """
            {"type":"modal","callback_id":"form","notify_on_close":true,"private_metadata":"INC-1",
             "title":{"type":"plain_text","text":"Declare"},"submit":{"type":"plain_text","text":"Go"},"blocks":[
               {"type":"input","block_id":"title","label":{"type":"plain_text","text":"Title"},
                "element":{"type":"plain_text_input","action_id":"title"}},
               {"type":"input","block_id":"sev","optional":true,"label":{"type":"plain_text","text":"Severity"},
                "element":{"type":"static_select","action_id":"sev",
                 "initial_option":{"value":"sev2","text":{"type":"plain_text","text":"Sev 2"}},
                 "options":[{"value":"sev1","text":{"type":"plain_text","text":"Sev 1"}},
                            {"value":"sev2","text":{"type":"plain_text","text":"Sev 2"}}]}}]}""";

    @Test
    void bringsACommandWithItsWordsEscaped() {
        Answer answer = ann().slash("incidents", "/incident assign @bob in #general & <now>");

        FakeBot.Delivery command = bot.last();
        assertThat(answer.ok()).isTrue();
        assertThat(command.field("command")).isEqualTo("/incident");
        assertThat(command.field("text"))
                .isEqualTo("assign <@U0BOB|bob> in <#" + id("general") + "|general> &amp; &lt;now&gt;");
        assertThat(command.field("user_id")).isEqualTo(ANN);
        assertThat(command.field("channel_id")).isEqualTo(incidents);
        assertThat(command.field("trigger_id")).isNotEmpty();
    }

    @Test
    void showsTheAnswerToWhoeverAsked() {
        bot.answer = any -> new FakeBot.Reply(200, "{\"text\":\"only you\"}");
        ann().slash("incidents", "/incident help");
        bot.answer = any -> new FakeBot.Reply(200, "{\"response_type\":\"in_channel\",\"text\":\"for all\"}");
        ann().slash("incidents", "/incident status");

        assertThat(workspace.ephemerals("ann"))
                .singleElement()
                .satisfies(message -> assertThat(message.path("text").asText()).isEqualTo("only you"));
        assertThat(lastMessage().path("text").asText()).isEqualTo("for all");
    }

    @Test
    void saysWhatAPersonIsToldWhenACommandFails() throws InterruptedException {
        bot.answer = any -> new FakeBot.Reply(500, "");
        assertThat(ann().slash("incidents", "/incident").error()).contains("dispatch_failed");
        assertThat(ann().slash("incidents", "/nothing").error()).contains("unknown_command");

        CountDownLatch never = new CountDownLatch(1);
        bot.answer = any -> {
            await(never);
            return FakeBot.Reply.OK;
        };
        Answer late = ann().slash("incidents", "/incident");
        never.countDown();

        assertThat(late.error()).contains("operation_timeout");
        assertThat(late.millis()).isBetween(2900L, 6000L);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aResponseUrlServesFiveTimes() {
        ann().slash("incidents", "/incident");
        String url = bot.last().field("response_url");

        for (int i = 0; i < 5; i++) {
            assertThat(api.postJson(url, "{\"text\":\"again\"}").statusCode()).isEqualTo(200);
        }

        assertThat(api.postJson(url, "{\"text\":\"again\"}").statusCode()).isEqualTo(404);
        assertThat(api.postJson(url, "{\"text\":\"again\"}").body()).isEqualTo("used_url");
        assertThat(workspace.ephemerals("ann")).hasSize(5);
    }

    @Test
    void aResponseUrlServesThirtyMinutes() {
        ann().slash("incidents", "/incident");
        String url = bot.last().field("response_url");

        clock.pass(Duration.ofMinutes(30));
        assertThat(api.postJson(url, "{\"text\":\"still\"}").statusCode()).isEqualTo(200);
        clock.pass(Duration.ofSeconds(1));

        assertThat(api.postJson(url, "{\"text\":\"late\"}").body()).isEqualTo("expired_url");
    }

    @Test
    void aTriggerOpensOneFormWithinThreeSeconds() {
        String trigger = trigger();
        assertThat(api.error("views.open", "trigger_id", "made-up", "view", FORM))
                .isEqualTo("invalid_trigger_id");
        api.ok("views.open", "trigger_id", trigger, "view", FORM);
        assertThat(api.error("views.open", "trigger_id", trigger, "view", FORM)).isEqualTo("exchanged_trigger_id");

        String late = trigger();
        clock.pass(Duration.ofMillis(3001));

        assertThat(api.error("views.open", "trigger_id", late, "view", FORM)).isEqualTo("expired_trigger_id");
    }

    private String trigger() {
        ann().slash("incidents", "/incident");
        return bot.last().field("trigger_id");
    }

    @Test
    void bringsAPressedButton() {
        String ts = postButtons();

        Answer answer = ann().press("incidents", ts, "go");

        JsonNode payload = bot.last().json();
        JsonNode action = payload.path("actions").path(0);
        assertThat(answer.ok()).isTrue();
        assertThat(payload.path("type").asText()).isEqualTo("block_actions");
        assertThat(payload.path("container").path("message_ts").asText()).isEqualTo(ts);
        assertThat(payload.path("message").path("ts").asText()).isEqualTo(ts);
        assertThat(action.path("value").asText()).isEqualTo("1");
        assertThat(action.path("block_id").asText()).isEqualTo("b1");
        assertThat(ann().press("incidents", ts, "nothing").error()).contains("no_such_action");
    }

    private String postButtons() {
        String ts = api.ok("chat.postMessage", "channel", incidents, "text", "x", "blocks", BUTTONS)
                .path("ts")
                .asText();
        assertThat(workspace.awaitQuiet(Duration.ofSeconds(5))).isTrue();
        return ts;
    }

    @Test
    void bringsWhatWasChosenInAMenu() {
        ann().press("incidents", postButtons(), "pick", "sev1");

        JsonNode action = bot.last().json().path("actions").path(0);
        assertThat(action.path("type").asText()).isEqualTo("static_select");
        assertThat(action.path("selected_option").path("value").asText()).isEqualTo("sev1");
        assertThat(action.path("selected_option").path("text").path("text").asText())
                .isEqualTo("Sev 1");
    }

    @Test
    void replacesAndDeletesTheMessageThatWasPressed() {
        String ts = postButtons();
        ann().press("incidents", ts, "go");
        String url = bot.last().json().path("response_url").asText();

        api.postJson(url, "{\"replace_original\":true,\"text\":\"done\"}");
        JsonNode replaced = workspace.message(incidents, ts).orElseThrow();
        api.postJson(url, "{\"delete_original\":true}");

        assertThat(replaced.path("text").asText()).isEqualTo("done");
        assertThat(replaced.path("blocks").toString()).doesNotContain("\"go\"");
        assertThat(workspace.message(incidents, ts)).isEmpty();
    }

    private ObjectNode openForm() {
        api.ok("views.open", "trigger_id", trigger(), "view", FORM);
        return (ObjectNode) workspace.openViews("ann").get(0);
    }

    @Test
    void submitsAFormWithItsInitialValues() {
        openForm();

        Answer answer = ann().submit(Map.of("title", "checkout is down"));

        JsonNode view = bot.last().json().path("view");
        JsonNode values = view.path("state").path("values");
        assertThat(answer.ok()).isTrue();
        assertThat(view.path("private_metadata").asText()).isEqualTo("INC-1");
        assertThat(values.path("title").path("title").path("value").asText()).isEqualTo("checkout is down");
        assertThat(values.path("sev")
                        .path("sev")
                        .path("selected_option")
                        .path("value")
                        .asText())
                .isEqualTo("sev2");
        assertThat(workspace.openViews("ann")).isEmpty();
    }

    @Test
    void keepsAFormBackUntilItIsComplete() {
        openForm();
        bot.forget();

        Answer answer = ann().submit(Map.of("sev", "sev1"));

        assertThat(answer.body().orElseThrow().path("errors").has("title")).isTrue();
        assertThat(bot.deliveries()).isEmpty();
        assertThat(workspace.openViews("ann")).hasSize(1);
    }

    @Test
    void doesWhatTheBotAnswersToAForm() {
        openForm();
        bot.answer = any -> new FakeBot.Reply(200, "{\"response_action\":\"errors\",\"errors\":{\"title\":\"No.\"}}");
        Answer refused = ann().submit(Map.of("title", "x"));
        assertThat(refused.error()).contains("errors");
        assertThat(workspace.openViews("ann")).hasSize(1);

        bot.answer = any -> new FakeBot.Reply(200, "{\"response_action\":\"errors\",\"errors\":{\"bogus\":\"No.\"}}");
        assertThat(ann().submit(Map.of("title", "x")).error()).contains("invalid_answer");

        bot.answer = any -> new FakeBot.Reply(200, "{\"response_action\":\"push\",\"view\":" + FORM + "}");
        assertThat(ann().submit(Map.of("title", "x")).ok()).isTrue();
        assertThat(ann().submit(Map.of("title", "x")).ok()).isTrue();
        assertThat(workspace.openViews("ann")).hasSize(3);
        assertThat(ann().submit(Map.of("title", "x")).error()).contains("push_limit_reached");

        bot.answer = any -> new FakeBot.Reply(200, "{\"response_action\":\"clear\"}");
        ann().submit(Map.of("title", "x"));
        assertThat(workspace.openViews("ann")).isEmpty();
    }

    @Test
    void tellsOfAFormThatWasClosed() {
        openForm();

        ann().closeView();

        assertThat(bot.last().json().path("type").asText()).isEqualTo("view_closed");
        assertThat(workspace.openViews("ann")).isEmpty();
    }

    @Test
    void refusesAnUpdateFromAStaleRead() {
        ObjectNode view = openForm();
        String id = view.path("id").asText();
        String hash = view.path("hash").asText();

        api.ok("views.update", "view_id", id, "hash", hash, "view", FORM);

        assertThat(api.error("views.update", "view_id", id, "hash", hash, "view", FORM))
                .isEqualTo("hash_conflict");
        assertThat(api.error("views.update", "view_id", "V0", "view", FORM)).isEqualTo("not_found");
    }

    @Test
    void namesThePlaceOfWhatIsWrongInAView() {
        ObjectNode view = Json.readObject(FORM).orElseThrow();
        ((ObjectNode) view.path("title")).put("text", "x".repeat(25));
        view.remove("submit");

        JsonNode answer = api.call("views.open", "trigger_id", trigger(), "view", Json.write(view));

        assertThat(answer.path("error").asText()).isEqualTo("invalid_arguments");
        assertThat(Json.texts(answer.path("response_metadata").path("messages")))
                .containsExactlyInAnyOrder(
                        "[ERROR] must be less than 25 characters [json-pointer:/view/title/text]",
                        "[ERROR] must define `submit` to use an `input` block in modals"
                                + " [json-pointer:/view/blocks/0/input]");
    }

    @Test
    void publishesAHomeAndPressesInIt() {
        api.ok("views.publish", "user_id", ANN, "view", "{\"type\":\"home\",\"blocks\":" + BUTTONS + "}");

        Answer answer = ann().pressInHome("go");

        JsonNode payload = bot.last().json();
        assertThat(answer.ok()).isTrue();
        assertThat(payload.path("view").path("type").asText()).isEqualTo("home");
        assertThat(payload.path("container").path("type").asText()).isEqualTo("view");
        assertThat(workspace.home("ann")).isPresent();
        assertThat(workspace.home("bob")).isEmpty();
    }

    @Test
    void usesShortcuts() {
        String ts = ann().post("incidents", "it burns");

        assertThat(ann().messageShortcut("timeline_add", "incidents", ts).ok()).isTrue();
        JsonNode onMessage = bot.last().json();
        assertThat(ann().shortcut("incident_new").ok()).isTrue();
        JsonNode global = bot.last().json();

        assertThat(onMessage.path("type").asText()).isEqualTo("message_action");
        assertThat(onMessage.path("message").path("text").asText()).isEqualTo("it burns");
        assertThat(global.path("type").asText()).isEqualTo("shortcut");
        assertThat(global.has("response_url")).isFalse();
        assertThat(ann().shortcut("timeline_add").error()).contains("unknown_shortcut");
    }

    @Test
    void keepsWhatWasTypedWhereBlockAndActionStay() {
        String id = openForm().path("id").asText();
        ann().pressInView("sev", "sev1");

        api.ok("views.update", "view_id", id, "view", FORM);
        ann().submit(Map.of("title", "x"));

        assertThat(bot.last().json().path("view").path("state").findValuesAsText("value"))
                .contains("sev1")
                .isEqualTo(List.of("x", "sev1"));
    }

    @Test
    void aResponseUrlFailsWhenAsked() {
        ann().slash("incidents", "/incident");
        String url = bot.last().field("response_url");
        workspace.faults().status("response_url", 500, 1);

        assertThat(api.postJson(url, "{\"text\":\"x\"}").statusCode()).isEqualTo(500);
        assertThat(api.postJson(url, "{\"text\":\"x\"}").statusCode()).isEqualTo(200);
        assertThat(workspace.calls("response_url")).hasSize(2);
    }
}
