package sample;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A workspace in a process of its own, and the people at its page. */
final class StandAlone implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> said = new HashMap<>();
    private final Process process;

    StandAlone(String... options) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> line = new ArrayList<>(
                List.of(java, "-cp", System.getProperty("java.class.path"), "dev.muster.workspace.Main"));
        line.addAll(List.of(options));
        process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = process.inputReader();
        while (said.size() < 5) {
            hear(out.readLine());
        }
    }

    /** What it prints are names and values with many spaces in between. */
    private void hear(String line) {
        if (line == null) {
            throw new IllegalStateException("the workspace ended before it had begun");
        }
        String[] pair = line.split("\\s{2,}", 2);
        said.put(pair[0], pair[1]);
    }

    String get(String name) {
        return Objects.requireNonNull(said.get(name), name);
    }

    JsonObject read(String what) {
        return send(HttpRequest.newBuilder(URI.create(get("page") + "ui/" + what)));
    }

    /** What the page does for ann. */
    JsonObject act(String what, JsonObject body) {
        body.addProperty("as", "ann");
        return send(HttpRequest.newBuilder(URI.create(get("page") + "ui/" + what))
                .header("X-Workspace", "1")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private JsonObject send(HttpRequest.Builder request) {
        try {
            String body = http.send(request.build(), BodyHandlers.ofString()).body();
            return JsonParser.parseString(body).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String channel(String name) {
        for (JsonElement channel : read("state?as=ann").getAsJsonArray("channels")) {
            if (channel.getAsJsonObject().get("name").getAsString().equals(name)) {
                return channel.getAsJsonObject().get("id").getAsString();
            }
        }
        throw new IllegalStateException("no channel " + name);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
