package dev.muster.integrations.run;

import dev.muster.desk.Execution;
import dev.muster.runbook.Effect;
import dev.muster.runbook.Order.Request;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/** Calls addresses that are allowed, once: no redirect is followed, nothing is tried again. Safe for many threads. */
public final class Calls {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final Execution execution;
    private final OkHttpClient client;

    public Calls(Execution execution) {
        this.execution = execution;
        this.client = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .proxy(Proxy.NO_PROXY)
                .connectTimeout(CONNECT)
                .readTimeout(Duration.ZERO)
                .build();
    }

    /** Why it may not be called; empty if it may. Whether its address is a private one is known when it is called. */
    public Optional<String> objection(Request request) {
        try {
            URI address = URI.create(request.url());
            boolean isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (!isWeb || address.getHost() == null || address.getRawUserInfo() != null) {
                return Optional.of("`%s` is no address that can be called".formatted(request.url()));
            }
            return isListed(address)
                    ? Optional.empty()
                    : Optional.of("the settings do not allow `%s` to be called".formatted(place(address)));
        } catch (IllegalArgumentException e) {
            return Optional.of("`%s` is no address that can be called".formatted(request.url()));
        }
    }

    private boolean isListed(URI address) {
        return execution.hosts().contains(place(address))
                || execution.privateHosts().contains(place(address));
    }

    /** The host, with its port where that is not the usual one. */
    private static String place(URI address) {
        boolean usual = address.getPort() < 0
                || address.getPort() == (address.getScheme().equals("https") ? 443 : 80);
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return usual ? host : host + ":" + address.getPort();
    }

    /** Calls it and waits for the answer. */
    public Effect call(Request request) {
        Optional<String> objection = objection(request);
        if (objection.isPresent()) {
            return Effect.failure("was not called: " + objection.get());
        }
        Duration longest = execution.limits().time();
        Duration time =
                request.limit().filter(limit -> limit.compareTo(longest) < 0).orElse(longest);
        Addresses addresses = new Addresses(execution.privateHosts().contains(place(URI.create(request.url()))));
        Call call = client.newBuilder().callTimeout(time).dns(addresses).build().newCall(made(request));
        try {
            addresses.requireLiteral(URI.create(request.url()).getHost());
            try (Response response = call.execute()) {
                return effect(request, response);
            }
        } catch (UnknownHostException e) {
            return Effect.failure("was not called: " + e.getMessage());
        } catch (IOException e) {
            return Effect.failure("has no answer (%s), and may have been heard all the same"
                    .formatted(e.getClass().getSimpleName()));
        }
    }

    private static okhttp3.Request made(Request request) {
        boolean takesBody = !request.method().equals("GET") && !request.method().equals("HEAD");
        RequestBody body =
                takesBody ? RequestBody.create(request.body().orElse("").getBytes(StandardCharsets.UTF_8), null) : null;
        okhttp3.Request.Builder builder = new okhttp3.Request.Builder().url(request.url());
        request.headers().forEach(builder::header);
        return builder.method(request.method(), body).build();
    }

    private Effect effect(Request request, Response response) throws IOException {
        byte[] said = said(response, execution.limits().output());
        String text = Legible.text(said, StandardCharsets.UTF_8);
        boolean isThere = request.expected().map(text::contains).orElse(true);
        String missing = isThere
                ? ""
                : ", and it does not contain “%s”".formatted(request.expected().orElse(""));
        String cut = said.length >= execution.limits().output() ? ", of which only the beginning was read" : "";
        return new Effect(
                request.isGood(response.code()) && isThere, "answer " + response.code() + cut + missing, text);
    }

    private static byte[] said(Response response, int most) throws IOException {
        okhttp3.ResponseBody body = response.body();
        if (body == null) {
            return new byte[0];
        }
        BufferedSource source = body.source();
        source.request(most);
        return source.readByteArray(Math.min(most, source.getBuffer().size()));
    }
}
