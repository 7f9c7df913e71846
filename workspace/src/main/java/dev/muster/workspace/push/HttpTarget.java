package dev.muster.workspace.push;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Brings parcels to the bot's request URL, signed, and waits three seconds for the answer. */
final class HttpTarget implements Target {
    static final long PATIENCE_MILLIS = 3000;
    private final HttpClient client;
    private final URI requestUrl;
    private final String secret;
    private final InstantSource clock;

    HttpTarget(HttpClient client, URI requestUrl, String secret, InstantSource clock) {
        this.client = client;
        this.requestUrl = requestUrl;
        this.secret = secret;
        this.clock = clock;
    }

    @Override
    public Outcome deliver(Parcel parcel) {
        long began = System.nanoTime();
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request(parcel), BodyHandlers.ofString());
        try {
            return outcome(answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS), began);
        } catch (TimeoutException late) {
            answer.cancel(true);
            return Outcome.failed(Outcome.TIMEOUT, millisSince(began));
        } catch (ExecutionException unreachable) {
            return Outcome.failed("connection_failed", millisSince(began));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return Outcome.failed("connection_failed", millisSince(began));
        }
    }

    private static Outcome outcome(HttpResponse<String> answer, long began) {
        boolean noRetry = answer.headers()
                .firstValue("x-slack-no-retry")
                .filter("1"::equals)
                .isPresent();
        return Outcome.answered(answer.statusCode(), answer.body(), millisSince(began), noRetry);
    }

    private HttpRequest request(Parcel parcel) {
        String body = parcel.body();
        long timestamp = clock.instant().getEpochSecond();
        HttpRequest.Builder request = HttpRequest.newBuilder(requestUrl)
                .header("Content-Type", parcel.contentType())
                .header("User-Agent", "Muster workspace")
                .header("X-Slack-Request-Timestamp", Long.toString(timestamp))
                .header("X-Slack-Signature", Signature.of(secret, timestamp, body));
        if (parcel.retry() > 0) {
            request.header("X-Slack-Retry-Num", Integer.toString(parcel.retry()));
            request.header("X-Slack-Retry-Reason", parcel.reason());
        }
        return request.POST(BodyPublishers.ofString(body)).build();
    }

    static long millisSince(long began) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }
}
