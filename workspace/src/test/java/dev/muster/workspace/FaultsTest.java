package dev.muster.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.workspace.json.Json;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FaultsTest extends WorkspaceCase {
    private HttpResponse<String> post(String text) {
        return api.post("chat.postMessage", "channel", incidents, "text", text);
    }

    private boolean was(String text) {
        return lastMessage().path("text").asText().equals(text);
    }

    private int callsUntilLimited(String method, String... arguments) {
        int calls = 0;
        while (api.post(method, arguments).statusCode() == 200) {
            calls++;
        }
        return calls;
    }

    @Test
    void answersWithHtmlAndDoesNothing() {
        workspace.faults().html("chat.postMessage", 1);

        HttpResponse<String> answer = post("x");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(Json.read(answer.body())).isEmpty();
        assertThat(was("x")).isFalse();
        assertThat(post("y").body()).contains("\"ok\":true");
    }

    @Test
    void cutsTheLineBeforeActing() {
        workspace.faults().dropBeforeActing("chat.postMessage", 1);

        assertThatThrownBy(() -> post("x")).isInstanceOf(UncheckedIOException.class);

        assertThat(was("x")).isFalse();
        assertThat(workspace.calls("chat.postMessage")).hasSize(1);
    }

    @Test
    void actsAndCutsTheAnswerShort() {
        workspace.faults().cutShort("chat.postMessage", 1);

        HttpResponse<String> answer = post("x");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Json.read(answer.body())).isEmpty();
        assertThat(was("x")).isTrue();
    }

    @Test
    void refusesWithWhateverElseBelongsToTheRefusal() {
        workspace
                .faults()
                .refuse(
                        "chat.postMessage",
                        Json.object().put("error", "missing_scope").put("needed", "chat:write"),
                        1);

        JsonNode answer = api.call("chat.postMessage", "channel", incidents, "text", "x");

        assertThat(answer.path("ok").asBoolean(true)).isFalse();
        assertThat(answer.path("error").asText()).isEqualTo("missing_scope");
        assertThat(answer.path("needed").asText()).isEqualTo("chat:write");
        assertThat(was("x")).isFalse();
    }

    /** Whoever was slowed by mistake would not be back before the test is given up. */
    @Test
    void isSlowOnlyWhereItIsAskedFor() {
        workspace.faults().delay("auth.test", Duration.ofHours(1));
        api.ok("api.test");

        workspace.faults().delayAll(Duration.ofHours(1)).delay("users.list", Duration.ZERO);
        api.ok("users.list");
    }

    @Test
    void limitsNothingUnlessAsked() {
        for (int i = 0; i < 60; i++) {
            assertThat(post("x").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void limitsEachMethodAsItsTierSays() {
        workspace.faults().tiers();

        assertThat(callsUntilLimited("users.list")).isEqualTo(20);
        assertThat(callsUntilLimited("bots.info")).isEqualTo(50);
        assertThat(callsUntilLimited("users.info", "user", ANN)).isEqualTo(100);
        clock.pass(Duration.ofSeconds(59));
        HttpResponse<String> limited = api.post("users.list");
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).contains("1");
        clock.pass(Duration.ofSeconds(1));
        assertThat(callsUntilLimited("users.list")).isEqualTo(20);
    }

    @Test
    void limitsPostsByTheirChannel() {
        workspace.faults().tiers();

        assertThat(post("first").statusCode()).isEqualTo(200);
        assertThat(post("too soon").statusCode()).isEqualTo(429);
        assertThat(api.post("chat.postMessage", "channel", ANN, "text", "elsewhere")
                        .statusCode())
                .isEqualTo(200);
        clock.pass(Duration.ofSeconds(1));
        assertThat(post("in time").statusCode()).isEqualTo(200);
    }

    @Test
    void letsAPaceGoBeforeTheTier() {
        workspace.faults().tiers().pace("users.list", 3, Duration.ofMinutes(1));

        assertThat(callsUntilLimited("users.list")).isEqualTo(3);
        workspace.faults().clear();
        assertThat(api.post("users.list").statusCode()).isEqualTo(200);
    }
}
