package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A call as it came in: its arguments without the tokens, and the tokens. */
record Incoming(ObjectNode arguments, List<String> tokens) {
    private static final String BEARER = "Bearer ";

    static Incoming read(HttpServletRequest request) throws IOException {
        ObjectNode arguments = arguments(request);
        Optional<String> inArguments = Json.text(arguments, "token");
        arguments.remove("token");
        List<String> tokens = Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip())
                .map(bearer -> inArguments.map(other -> List.of(bearer, other)).orElse(List.of(bearer)))
                .orElseGet(() -> inArguments.map(List::of).orElse(List.of()));
        return new Incoming(arguments, tokens);
    }

    private static ObjectNode arguments(HttpServletRequest request) throws IOException {
        ObjectNode arguments = Json.object();
        boolean json = Optional.ofNullable(request.getContentType()).orElse("").startsWith("application/json");
        if (json) {
            byte[] body = request.getInputStream().readAllBytes();
            Json.readObject(new String(body, StandardCharsets.UTF_8)).ifPresent(arguments::setAll);
        }
        request.getParameterMap().forEach((name, values) -> arguments.put(name, values[0]));
        return arguments;
    }

    Optional<String> token() {
        return tokens.stream().findFirst();
    }

    boolean hasRealToken() {
        return tokens.stream().anyMatch(Gate::isReal);
    }
}
