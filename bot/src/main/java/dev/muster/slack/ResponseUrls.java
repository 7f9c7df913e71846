package dev.muster.slack;

import com.slack.api.util.json.GsonFactory;
import dev.muster.slack.view.Message;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The addresses that Slack gives for an answer: five uses, thirty minutes each, then no more. */
public final class ResponseUrls {

    private static final Logger log = LoggerFactory.getLogger(ResponseUrls.class);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String apiHost;

    /** @param apiUrl the Web API's address: answers go to its host or to Slack's, and nowhere else */
    public ResponseUrls(String apiUrl) {
        this.apiHost = String.valueOf(URI.create(apiUrl).getHost());
    }

    /** Whether the answer was taken. */
    boolean post(@Nullable String url, Message message) {
        if (url == null || !isSlacks(url)) {
            return false;
        }
        try {
            HttpResponse<Void> answer = http.send(request(url, message), BodyHandlers.discarding());
            return answer.statusCode() == 200;
        } catch (IOException e) {
            log.info("an answer could not be given: {}", e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isSlacks(String url) {
        String host = String.valueOf(URI.create(url).getHost());
        return host.equals(apiHost) || host.equals("slack.com") || host.endsWith(".slack.com");
    }

    private static HttpRequest request(String url, Message message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("response_type", "ephemeral");
        body.put("replace_original", false);
        body.put("text", message.text());
        body.put("blocks", message.blocks());
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(GsonFactory.createSnakeCase().toJson(body)))
                .build();
    }
}
