package dev.muster.integrations.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.muster.desk.Execution;
import dev.muster.desk.Execution.Limits;
import dev.muster.runbook.Effect;
import dev.muster.runbook.Order.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what is listed is called, once, and it is given neither our time nor our memory. */
class CallsTest {

    private HttpServer server;
    private String here = "";
    private final AtomicInteger called = new AtomicInteger();

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        here = "127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        called.incrementAndGet();
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.equals("/elsewhere")) {
            exchange.getResponseHeaders().add("Location", "http://" + here + "/secret");
            exchange.sendResponseHeaders(302, -1);
        } else if (path.equals("/cut")) {
            exchange.close();
        } else if (path.equals("/slow")) {
            exchange.sendResponseHeaders(200, 0);
        } else {
            exchange.sendResponseHeaders(path.equals("/broken") ? 500 : 200, 0);
            OutputStream out = exchange.getResponseBody();
            byte[] said = (exchange.getRequestMethod() + " " + body + " is well").getBytes(StandardCharsets.UTF_8);
            for (int times = path.equals("/endless") ? 1_000_000 : 1; times > 0; times--) {
                out.write(said);
            }
            exchange.close();
        }
    }

    @Test
    void callsWhatIsListedAndJudgesTheAnswer() {
        Effect good = call("POST", "/x", Optional.of("{}"), Optional.of("is well"));
        Effect other = call("GET", "/x", Optional.empty(), Optional.of("is ill"));
        Effect broken = call("GET", "/broken", Optional.empty(), Optional.empty());

        assertThat(good).isEqualTo(new Effect(true, "answer 200", "POST {} is well"));
        assertThat(other.success()).isFalse();
        assertThat(other.summary()).contains("does not contain “is ill”");
        assertThat(broken.success()).isFalse();
        assertThat(broken.summary()).isEqualTo("answer 500");
    }

    @Test
    void followsNoRedirectAndTriesNothingAgain() {
        assertThat(call("GET", "/elsewhere", Optional.empty(), Optional.empty()).summary())
                .isEqualTo("answer 302");
        assertThat(call("POST", "/cut", Optional.empty(), Optional.empty()).summary())
                .contains("may have been heard");
        assertThat(called).hasValue(2);
    }

    @Test
    void readsNoMoreThanItMay() {
        Effect effect = call("GET", "/endless", Optional.empty(), Optional.empty());

        assertThat(effect.output()).hasSize(4096);
        assertThat(effect.summary()).contains("only the beginning");
    }

    @Test
    void waitsNoLongerThanItMay() {
        assertThat(call("GET", "/slow", Optional.empty(), Optional.empty()).success())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://HERE/x",
                "http://user@HERE/x",
                "http://localhost:PORT/x",
                "http://[::1]:PORT/x",
                "http://2130706433:PORT/x",
                "http://127.1:PORT/x",
                "http://0.0.0.0:PORT/x",
                "http://169.254.169.254/latest/meta-data",
                "http://metadata.google.internal/",
                "file:///etc/passwd",
                "gopher://HERE/x",
                "http://HERE@other/x",
                "http://"
            })
    void callsNothingWithinUnlessItIsListedAsThat(String template) {
        String url = template.replace("HERE", here).replace("PORT", here.split(":")[1]);
        Set<String> all = Set.of(
                here,
                "localhost:" + here.split(":")[1],
                "[::1]:" + here.split(":")[1],
                "2130706433:" + here.split(":")[1],
                "127.1:" + here.split(":")[1],
                "0.0.0.0:" + here.split(":")[1],
                "169.254.169.254");

        Effect effect =
                new Calls(execution(all, Set.of())).call(request("GET", url, Optional.empty(), Optional.empty()));

        assertThat(effect.success()).isFalse();
        assertThat(effect.summary()).startsWith("was not called");
        assertThat(called).hasValue(0);
    }

    @Test
    void callsNothingThatIsNotListed() {
        Calls calls = new Calls(execution(Set.of("api.example.com"), Set.of()));

        assertThat(calls.objection(request("GET", "https://api.example.com/x", Optional.empty(), Optional.empty())))
                .isEmpty();
        assertThat(calls.objection(request("GET", "https://API.example.com:443/x", Optional.empty(), Optional.empty())))
                .isEmpty();
        for (String url : List.of(
                "https://api.example.com:8443/x",
                "https://api.example.com.evil.example/x",
                "https://evil.example/api.example.com",
                "https://evil.example#api.example.com")) {
            assertThat(calls.objection(request("GET", url, Optional.empty(), Optional.empty())))
                    .as(url)
                    .isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
                "224.0.0.1", "255.255.255.255", "::1", "fe80::1", "fc00::1", "fd12::1", "::ffff:10.0.0.1",
                "64:ff9b::a00:1", "2002:a00:1::"
            })
    void knowsWhatIsWithin(String address) throws IOException {
        assertThat(Addresses.isInside(InetAddress.getByName(address))).isTrue();
        assertThat(Addresses.isInside(InetAddress.getByName("93.184.216.34"))).isFalse();
        assertThat(Addresses.isInside(InetAddress.getByName("2606:2800:220:1::1")))
                .isFalse();
    }

    private Effect call(String method, String path, Optional<String> body, Optional<String> expected) {
        return new Calls(execution(Set.of(), Set.of(here)))
                .call(request(method, "http://" + here + path, body, expected));
    }

    private static Request request(String method, String url, Optional<String> body, Optional<String> expected) {
        return new Request(method, url, Map.of(), body, List.of(), Optional.of(Duration.ofSeconds(2)), expected);
    }

    private static Execution execution(Set<String> hosts, Set<String> privateHosts) {
        Limits limits = new Limits(Duration.ofSeconds(20), 4096, 1L << 30, 10);
        return new Execution(true, List.of(), hosts, privateHosts, Duration.ofMinutes(1), limits);
    }
}
