package dev.muster.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.people.Response;
import java.util.Optional;
import java.util.function.Supplier;

/** What the bot answered to a person; the error is what the person would be told. */
public record Answer(int status, Optional<JsonNode> body, long millis, Optional<String> error) {
    static Answer to(Supplier<Response> deed) {
        try {
            Response response = deed.get();
            Optional<String> error = Optional.of(response.error()).filter(text -> !text.isEmpty());
            return new Answer(response.status(), response.body(), response.millis(), error);
        } catch (Refusal no) {
            return new Answer(0, Optional.empty(), 0, Optional.of(no.error()));
        }
    }

    public boolean ok() {
        return error.isEmpty();
    }
}
