package dev.muster.workspace.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Ids;
import dev.muster.workspace.state.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocket;

/** Brings parcels to the bot through the sockets it opened, and waits three seconds for each to be acknowledged. */
public final class SocketTarget implements Target {
    private final List<WebSocket> clients = new CopyOnWriteArrayList<>();
    private final Set<String> tickets = ConcurrentHashMap.newKeySet();
    private final Map<String, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    /** Lets one client in, once. */
    public String ticket() {
        String ticket = Ids.secret();
        tickets.add(ticket);
        return ticket;
    }

    boolean enter(WebSocket client, String ticket) {
        if (!tickets.remove(ticket)) {
            return false;
        }
        clients.add(client);
        client.send(Json.write(hello()));
        return true;
    }

    private ObjectNode hello() {
        ObjectNode hello = Json.object().put("type", "hello").put("num_connections", clients.size());
        hello.putObject("connection_info").put("app_id", App.APP_ID);
        hello.putObject("debug_info").put("host", "workspace").put("approximate_connection_time", 3600);
        return hello;
    }

    void leave(WebSocket client) {
        clients.remove(client);
    }

    void acknowledged(String text) {
        Json.readObject(text).ifPresent(ack -> Optional.ofNullable(
                        waiting.remove(ack.path("envelope_id").asText("")))
                .ifPresent(answer -> answer.complete(ack.path("payload"))));
    }

    boolean hasClients() {
        return !clients.isEmpty();
    }

    /** Tells every client to open a new socket, as happens about once an hour. */
    public void refresh() {
        String goodbye = Json.write(Json.object().put("type", "disconnect").put("reason", "refresh_requested"));
        for (WebSocket client : clients) {
            client.send(goodbye);
            client.close();
        }
    }

    @Override
    public Outcome deliver(Parcel parcel) {
        long began = System.nanoTime();
        String id = Ids.secret();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        try {
            next().send(Json.write(envelope(id, parcel)));
            JsonNode payload = answer.get(HttpTarget.PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            String body = payload.isMissingNode() || payload.isNull() || payload.isEmpty() ? "" : Json.write(payload);
            return Outcome.answered(200, body, HttpTarget.millisSince(began), false);
        } catch (TimeoutException late) {
            return Outcome.failed(Outcome.TIMEOUT, HttpTarget.millisSince(began));
        } catch (ExecutionException | RuntimeException gone) {
            return Outcome.failed("connection_failed", HttpTarget.millisSince(began));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return Outcome.failed("connection_failed", HttpTarget.millisSince(began));
        } finally {
            waiting.remove(id);
        }
    }

    private WebSocket next() {
        List<WebSocket> open = List.copyOf(clients);
        if (open.isEmpty()) {
            throw new IllegalStateException("no client is connected");
        }
        return open.get(Math.floorMod(turn.getAndIncrement(), open.size()));
    }

    private static ObjectNode envelope(String id, Parcel parcel) {
        ObjectNode envelope = Json.object().put("envelope_id", id).put("type", type(parcel));
        envelope.set("payload", parcel.payload());
        envelope.put("accepts_response_payload", !parcel.isEvent());
        if (parcel.isEvent()) {
            envelope.put("retry_attempt", parcel.retry()).put("retry_reason", parcel.reason());
        }
        return envelope;
    }

    private static String type(Parcel parcel) {
        if (parcel.isEvent()) {
            return "events_api";
        }
        return parcel.kind() == Row.Kind.COMMAND ? "slash_commands" : "interactive";
    }
}
