package dev.muster.workspace.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.Row;
import dev.muster.workspace.state.Traffic;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Brings parcels to the bot, by whichever way it is reached, and writes down how it went. */
public final class Postman {
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final Quiet quiet = new Quiet();
    private final SocketTarget sockets;
    private final Traffic traffic;
    private final InstantSource clock;
    private final String secret;
    private volatile Optional<HttpTarget> http = Optional.empty();

    public Postman(SocketTarget sockets, Traffic traffic, InstantSource clock, String secret) {
        this.sockets = sockets;
        this.traffic = traffic;
        this.clock = clock;
        this.secret = secret;
    }

    public void connect(URI requestUrl) {
        http = Optional.of(new HttpTarget(client, requestUrl, secret, clock));
    }

    public Quiet quiet() {
        return quiet;
    }

    /** Brings it now and waits for the answer. */
    public Outcome send(Parcel parcel) {
        quiet.begin();
        try {
            Instant at = clock.instant();
            Outcome outcome = target().map(way -> way.deliver(parcel)).orElseGet(Outcome::nowhere);
            traffic.add(Row.of(at, parcel.kind(), parcel.name(), exchange(parcel, outcome)));
            return outcome;
        } finally {
            quiet.end();
        }
    }

    private Optional<Target> target() {
        return http.<Target>map(way -> way).or(() -> sockets.hasClients() ? Optional.of(sockets) : Optional.empty());
    }

    private static Row.Exchange exchange(Parcel parcel, Outcome outcome) {
        JsonNode answer = Json.read(outcome.body()).orElseGet(() -> TextNode.valueOf(outcome.body()));
        return new Row.Exchange(
                parcel.payload(), answer, outcome.status(), outcome.millis(), parcel.retry(), outcome.error());
    }
}
