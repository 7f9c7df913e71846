package dev.muster.timeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON object from Slack, read leniently: what is missing, null or of another type is absent. */
public record Fields(Map<String, ?> object) {

    public static final Fields NONE = new Fields(Map.of());

    public Optional<String> text(String name) {
        return Optional.ofNullable(object.get(name))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /** The text of that name, or nothing at all. */
    public String plain(String name) {
        return text(name).orElse("");
    }

    public Optional<Number> number(String name) {
        return Optional.ofNullable(object.get(name))
                .filter(Number.class::isInstance)
                .map(Number.class::cast);
    }

    public Fields object(String name) {
        return of(object.get(name));
    }

    public boolean has(String name) {
        return object.get(name) != null;
    }

    /** The objects in the list of that name; anything else in it is passed over. */
    public List<Fields> list(String name) {
        return object.get(name) instanceof List<?> list
                ? list.stream().filter(Map.class::isInstance).map(Fields::of).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Fields of(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? new Fields((Map<String, ?>) map) : NONE;
    }
}
