package dev.muster.integrations.outlet;

import dev.muster.desk.Chat.NotEver;
import dev.muster.desk.Chat.NotNow;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** One address that takes JSON. No redirect is followed: it would take what is said to somebody else. Safe for many threads. */
final class Outlet {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final URI url;
    private final Duration time;

    Outlet(URI url, Duration time) {
        this.url = url;
        this.time = time;
    }

    /**
     * Posts it and waits for the answer.
     *
     * @throws NotNow if there is none, or one that says to come back (429, 5xx)
     * @throws NotEver if it was refused
     */
    String post(String json, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(time)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(json));
        headers.forEach(request::header);
        return body(answer(request.build()));
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new NotNow(
                    "no answer from %s (%s)"
                            .formatted(url.getHost(), e.getClass().getSimpleName()),
                    Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotNow("the bot is being stopped", Duration.ZERO);
        }
    }

    private String body(HttpResponse<String> answer) {
        int status = answer.statusCode();
        String what = "%s answered with %d".formatted(url.getHost(), status);
        if (status == 429 || status >= 500) {
            throw new NotNow(what, Duration.ZERO);
        }
        if (status / 100 != 2) {
            throw new NotEver(what);
        }
        return answer.body();
    }
}
