package dev.muster.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.bolt.util.SlackRequestParser.HttpRequest;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.request.SocketModeEnvelope;
import com.slack.api.socket_mode.response.AckResponse;
import com.slack.api.socket_mode.response.MapResponse;
import dev.muster.timeline.Fields;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slack through a socket that the bot opens: the same events, commands and interactions, through the same inbox and the
 * same app. An envelope is acknowledged only once its event is kept (docs.slack.dev, "Using Socket Mode").
 */
public final class SocketMode implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SocketMode.class);
    private static final int HANDS = 4;
    private static final int RETRY_SECONDS = 10;

    private final Slack slack;
    private final String appToken;
    private final Intake intake;
    private final App app;
    private final SlackRequestParser parser;
    private final Runnable connected;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private volatile @Nullable SocketModeClient client;

    /** @param connected called whenever a connection stands: what was said in between has to be fetched */
    public SocketMode(Web web, String appToken, Intake intake, App app, Runnable connected) {
        this.slack = web.slack();
        this.appToken = appToken;
        this.intake = intake;
        this.app = app;
        this.parser = new SlackRequestParser(AppConfig.builder().build());
        this.connected = connected;
    }

    /** Connects, and goes on trying for as long as Slack cannot be reached. */
    public void start() {
        timer.execute(this::connect);
    }

    /** Whether the socket stands. */
    public boolean isConnected() {
        SocketModeClient current = client;
        return current != null && current.verifyConnection();
    }

    @Override
    public void close() throws IOException {
        timer.shutdownNow();
        SocketModeClient current = client;
        if (current != null) {
            current.close();
        }
    }

    private void connect() {
        SocketModeClient fresh = null;
        try {
            fresh = listening(slack.issueSocketModeUrl(appToken));
            fresh.connect();
            client = fresh;
        } catch (IOException | URISyntaxException | RuntimeException e) {
            log.warn("Socket Mode could not connect, trying again in {} s: {}", RETRY_SECONDS, e.toString());
            abandon(fresh);
            timer.schedule(this::connect, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private SocketModeClient listening(String address) throws URISyntaxException {
        SocketModeClient fresh = new SocketModeClientJavaWSImpl(slack, appToken, address, HANDS);
        fresh.addEventsApiEnvelopeListener(envelope -> event(fresh, envelope));
        fresh.addSlashCommandsEnvelopeListener(envelope -> interaction(fresh, envelope));
        fresh.addInteractiveEnvelopeListener(envelope -> interaction(fresh, envelope));
        fresh.addWebSocketMessageListener(this::greeted);
        return fresh;
    }

    /** Slack says hello on every connection, also on those that the client makes by itself. */
    private void greeted(String message) {
        boolean hello = JsonBody.parse(message)
                .filter(said -> said.plain("type").equals("hello"))
                .isPresent();
        if (hello) {
            timer.execute(connected);
        }
    }

    private static void abandon(@Nullable SocketModeClient half) {
        try {
            if (half != null) {
                half.close();
            }
        } catch (IOException | RuntimeException e) {
            log.debug("a socket that never stood could not be closed", e);
        }
    }

    private void event(SocketModeClient from, SocketModeEnvelope envelope) {
        String body = String.valueOf(envelope.getPayload());
        Fields request = JsonBody.parse(body).orElse(Fields.NONE);
        intake.take(request, body).thenAccept(answer -> {
            if (answer.status() == 200) {
                from.sendSocketModeResponse(new AckResponse(envelope.getEnvelopeId()));
            }
        });
    }

    private void interaction(SocketModeClient from, SocketModeEnvelope envelope) {
        String body = String.valueOf(envelope.getPayload());
        try {
            Request<?> request = parser.parse(HttpRequest.builder()
                    .requestBody(body)
                    .headers(new RequestHeaders(Map.of()))
                    .socketMode(true)
                    .build());
            Response answer = app.run(request);
            answer(from, envelope, Optional.ofNullable(answer.getBody()).orElse(""));
        } catch (Exception e) { // Bolt declares nothing narrower.
            log.error("a request could not be answered", e);
        }
    }

    private static void answer(SocketModeClient from, SocketModeEnvelope envelope, String body) {
        Optional<Fields> payload = JsonBody.parse(body);
        from.sendSocketModeResponse(
                payload.isPresent()
                        ? MapResponse.builder()
                                .envelopeId(envelope.getEnvelopeId())
                                .payload(new HashMap<>(payload.get().object()))
                                .build()
                        : new AckResponse(envelope.getEnvelopeId()));
    }
}
