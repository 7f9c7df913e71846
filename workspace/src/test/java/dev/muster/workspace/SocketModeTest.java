package dev.muster.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SocketModeTest {
    private Workspace workspace;
    private Api api;

    @BeforeEach
    void start() {
        workspace = Workspace.builder().retryDelays(List.of(Duration.ZERO)).start();
        api = new Api(workspace.apiUrl(), workspace.botToken());
    }

    @AfterEach
    void stop() {
        workspace.close();
    }

    @Test
    void bringsEventsAndCommandsThroughTheSocketAndTakesTheAnswer() throws InterruptedException {
        Client client = new Client(url());
        client.connectBlocking();
        assertThat(client.hello.await(5, TimeUnit.SECONDS)).isTrue();
        api.ok("conversations.join", "channel", id());

        workspace.as("ann").post("incidents", "hello");
        Answer answer = workspace.as("ann").slash("incidents", "/incident help");
        client.closeBlocking();

        assertThat(client.types()).contains("hello", "events_api", "slash_commands");
        JsonNode command = client.seen.get(client.seen.size() - 1);
        assertThat(command.path("payload").path("command").asText()).isEqualTo("/incident");
        assertThat(answer.ok()).isTrue();
        assertThat(workspace.ephemerals("ann"))
                .singleElement()
                .satisfies(message -> assertThat(message.path("text").asText()).isEqualTo("through the socket"));
    }

    @Test
    void letsNobodyInWithoutATicket() throws InterruptedException {
        Client client = new Client(url().replaceFirst("ticket=.*", "ticket=guess"));
        client.connectBlocking();

        assertThat(client.closed.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(client.types()).isEmpty();
    }

    @Test
    void givesTicketsToTheAppTokenOnly() {
        assertThat(api.error("apps.connections.open")).isEqualTo("not_allowed_token_type");
    }

    @Test
    void dropsEventsWhileNobodyIsConnected() {
        api.ok("conversations.join", "channel", id());

        workspace.as("ann").post("incidents", "anyone?");

        assertThat(workspace.awaitQuiet(Duration.ofSeconds(5))).isTrue();
        assertThat(workspace.pushes()).isNotEmpty().allMatch(push -> push.error()
                .equals("no_target"));
    }

    private String url() {
        return new Api(workspace.apiUrl(), workspace.appToken())
                .ok("apps.connections.open")
                .path("url")
                .asText();
    }

    private String id() {
        return workspace.channel("incidents").orElseThrow().path("id").asText();
    }

    /** A bot at a socket: acknowledges everything, and answers commands. */
    private static final class Client extends WebSocketClient {
        private final List<JsonNode> seen = new CopyOnWriteArrayList<>();
        private final CountDownLatch hello = new CountDownLatch(1);
        private final CountDownLatch closed = new CountDownLatch(1);

        Client(String url) {
            super(URI.create(url));
        }

        List<String> types() {
            return seen.stream().map(one -> one.path("type").asText()).toList();
        }

        @Override
        public void onOpen(ServerHandshake handshake) {}

        @Override
        public void onMessage(String text) {
            ObjectNode message = Json.readObject(text).orElseThrow();
            seen.add(message);
            if (message.path("type").asText().equals("hello")) {
                hello.countDown();
                return;
            }
            ObjectNode ack =
                    Json.object().put("envelope_id", message.path("envelope_id").asText());
            if (message.path("type").asText().equals("slash_commands")) {
                ack.putObject("payload").put("text", "through the socket");
            }
            send(Json.write(ack));
        }

        @Override
        public void onClose(int code, String reason, boolean remote) {
            closed.countDown();
        }

        @Override
        public void onError(Exception problem) {}
    }
}
