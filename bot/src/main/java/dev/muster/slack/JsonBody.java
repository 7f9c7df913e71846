package dev.muster.slack;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.ToNumberPolicy;
import dev.muster.timeline.Fields;
import java.util.Map;
import java.util.Optional;

/** JSON from Slack, read without knowing its shape. */
final class JsonBody {

    private static final Gson gson = new GsonBuilder()
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
            .disableHtmlEscaping()
            .create();

    private JsonBody() {}

    /** The object that the text is; empty if it is none, nested absurdly deep, or has a bare NUL: no PostgreSQL keeps that. */
    static Optional<Fields> parse(String text) {
        if (text.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        try {
            return gson.fromJson(text, Object.class) instanceof Map<?, ?> map
                    ? Optional.of(fields(map))
                    : Optional.empty();
        } catch (JsonParseException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    static String write(Object value) {
        return gson.toJson(value);
    }

    @SuppressWarnings("unchecked")
    private static Fields fields(Map<?, ?> map) {
        return new Fields((Map<String, ?>) map);
    }
}
