package dev.muster.timeline;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object from Slack, read leniently: what is missing, null or of another type is absent. Its texts are such as any
 * database can keep: without the character NUL and without halves of characters.
 */
public record Fields(Map<String, ?> object) {

    public static final Fields NONE = new Fields(Map.of());

    public Optional<String> text(String name) {
        return Optional.ofNullable(object.get(name))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .map(Fields::whole);
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

    /** Whether it says {@code true}, and not merely something. */
    boolean is(String name) {
        return Boolean.TRUE.equals(object.get(name));
    }

    /** The objects in the list of that name; anything else in it is passed over. */
    public List<Fields> list(String name) {
        return objects(object.get(name));
    }

    /** The lists of objects in the list of that name. */
    List<List<Fields>> rows(String name) {
        return object.get(name) instanceof List<?> rows
                ? rows.stream().map(Fields::objects).toList()
                : List.of();
    }

    /** Text that any database can keep: without the character NUL and without halves of characters. */
    public static String whole(String text) {
        return isWhole(text)
                ? text
                : new String(text.replace('\0', '\ufffd').getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** A plain loop: every text of every event passes here. */
    private static boolean isWhole(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == 0 || Character.isSurrogate(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static List<Fields> objects(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().filter(Map.class::isInstance).map(Fields::of).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Fields of(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? new Fields((Map<String, ?>) map) : NONE;
    }
}
