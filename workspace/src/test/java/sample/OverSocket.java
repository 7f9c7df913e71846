package sample;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.bolt.util.SlackRequestParser.HttpRequest;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.request.SocketModeEnvelope;
import java.io.IOException;
import java.util.Map;

/** The same app at a socket that it opens itself, as Bolt's own runner for Socket Mode does it. */
final class OverSocket implements AutoCloseable {
    private final SlackRequestParser parser = new SlackRequestParser(new AppConfig());
    private final App app;
    private final SocketModeClient client;

    OverSocket(Slack slack, String appToken, App app) throws IOException {
        this.app = app;
        client = slack.socketMode(appToken, SocketModeClient.Backend.JavaWebSocket);
        client.addEventsApiEnvelopeListener(this::take);
        client.addSlashCommandsEnvelopeListener(this::take);
        client.addInteractiveEnvelopeListener(this::take);
    }

    void start() throws IOException {
        app.start();
        client.connect();
    }

    private void take(SocketModeEnvelope envelope) {
        HttpRequest request = HttpRequest.builder()
                .requestBody(String.valueOf(envelope.getPayload()))
                .headers(new RequestHeaders(Map.of()))
                .socketMode(true)
                .build();
        Response answer = run(request);
        if (answer.getStatusCode() == 200) {
            client.sendSocketModeResponse(acknowledgement(envelope.getEnvelopeId(), answer.getBody()));
        }
    }

    private Response run(HttpRequest request) {
        try {
            return app.run(parser.parse(request));
        } catch (Exception e) { // Bolt declares nothing narrower.
            throw new IllegalStateException("the app failed", e);
        }
    }

    private static String acknowledgement(String envelopeId, String body) {
        JsonObject acknowledgement = new JsonObject();
        acknowledgement.addProperty("envelope_id", envelopeId);
        if (body != null && !body.isBlank()) {
            acknowledgement.add("payload", payload(body));
        }
        return acknowledgement.toString();
    }

    private static JsonObject payload(String body) {
        if (body.startsWith("{")) {
            return JsonParser.parseString(body).getAsJsonObject();
        }
        JsonObject words = new JsonObject();
        words.addProperty("text", body);
        return words;
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
