package dev.muster.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** The clock of this machine beside the one of a real server. */
class SkewTest {

    @Test
    void agreesWithAServerOfTheSameTime() throws IOException {
        Skew skew = heard(Duration.ZERO);

        assertThat(skew.ahead().orElseThrow().abs()).isLessThan(Duration.ofSeconds(2));
        assertThat(skew.trouble()).isEmpty();
    }

    @Test
    void saysHowFarItIsBehindOrAheadAndWhatFollows() throws IOException {
        assertThat(heard(Duration.ofMinutes(-10)).trouble())
                .matches("this machine's clock is (598|599|600|601) s behind Slack's: set it; from 300 s on .*");
        assertThat(heard(Duration.ofMinutes(3)).trouble()).contains(" s ahead of Slack's");
        assertThat(heard(Duration.ofMinutes(1)).trouble()).isEmpty();
    }

    @Test
    void knowsNothingBeforeAnybodyHasAnswered() {
        Skew skew = new Skew(InstantSource.system());

        assertThat(skew.ahead()).isEmpty();
        assertThat(skew.trouble()).isEmpty();
    }

    private static Skew heard(Duration ahead) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        Skew skew = new Skew(() -> Instant.now().plus(ahead));
        OkHttpClient client = new OkHttpClient.Builder().addInterceptor(skew).build();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        try (Response answer =
                client.newCall(new Request.Builder().url(url).build()).execute()) {
            assertThat(answer.code()).isEqualTo(204);
        } finally {
            server.stop(0);
            client.connectionPool().evictAll();
            client.dispatcher().executorService().shutdown();
        }
        return skew;
    }
}
