package dev.muster.main;

import dev.muster.runbook.lint.Surroundings.Links;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Calls links over HTTP. A page that wants a login is there. */
final class HttpLinks implements Links {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(LIMIT)
            .followRedirects(Redirect.NORMAL)
            .build();

    @Override
    public Optional<String> trouble(URI address) {
        try {
            int status = status(address, "HEAD");
            return told(status == 405 || status == 501 ? status(address, "GET") : status);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of("does not answer (" + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("was not waited for");
        }
    }

    private static Optional<String> told(int status) {
        boolean isThere = status < 400 || status == 401 || status == 403 || status == 429;
        return isThere ? Optional.empty() : Optional.of("answers " + status);
    }

    private int status(URI address, String method) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(LIMIT)
                .method(method, BodyPublishers.noBody())
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }
}
