package dev.muster.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.workspace.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Calls the Web API as a bot does. */
final class Api {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String apiUrl;
    private final String token;

    Api(String apiUrl, String token) {
        this.apiUrl = apiUrl;
        this.token = token;
    }

    /** Name, value, name, value. */
    JsonNode call(String method, String... arguments) {
        return Json.read(post(method, arguments).body()).orElseThrow();
    }

    /** The same, where it has to go well. */
    JsonNode ok(String method, String... arguments) {
        JsonNode answer = call(method, arguments);
        if (!answer.path("ok").asBoolean()) {
            throw new AssertionError(method + ": " + answer);
        }
        return answer;
    }

    String error(String method, String... arguments) {
        return call(method, arguments).path("error").asText("none");
    }

    HttpResponse<String> post(String method, String... arguments) {
        return send(HttpRequest.newBuilder(URI.create(apiUrl + method))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(arguments)))
                .build());
    }

    JsonNode callJson(String method, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(apiUrl + method))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(body))
                .build();
        return Json.read(send(request).body()).orElseThrow();
    }

    HttpResponse<String> postJson(String url, String body) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String form(String... arguments) {
        return IntStream.range(0, arguments.length / 2)
                .mapToObj(i -> arguments[2 * i] + "=" + URLEncoder.encode(arguments[2 * i + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
