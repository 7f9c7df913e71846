package dev.muster.timeline;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes maps, lists, strings, whole numbers and booleans as JSON on one line. */
public final class Json {

    private final StringBuilder text;
    private final char from;
    private final char to;

    private Json(StringBuilder text, char from, char to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    /** JSON in the order of the map; also what only some programs take for the end of a line is escaped. */
    public static String write(Object value) {
        return text(value, '\u2028', '\u2029');
    }

    /**
     * JSON with sorted keys and no escape that is not needed, so that equal content has equal text (RFC 8785, for values
     * without fractions).
     */
    public static String canonical(Object value) {
        return text(sorted(value), '"', '"');
    }

    /** @param from to {@code to}: characters that are escaped beyond what JSON asks for */
    private static String text(Object value, char from, char to) {
        StringBuilder text = new StringBuilder(256);
        new Json(text, from, to).put(value);
        return text.toString();
    }

    private void put(Object value) {
        if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof List<?> list) {
            list(list);
        } else if (value instanceof String string) {
            quote(string);
        } else {
            text.append(value);
        }
    }

    private void object(Map<?, ?> map) {
        char before = '{';
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            text.append(before);
            quote(String.valueOf(entry.getKey()));
            text.append(':');
            put(entry.getValue());
            before = ',';
        }
        text.append(map.isEmpty() ? "{}" : "}");
    }

    private void list(List<?> list) {
        char before = '[';
        for (Object part : list) {
            text.append(before);
            put(part);
            before = ',';
        }
        text.append(list.isEmpty() ? "[]" : "]");
    }

    private static Object sorted(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((name, part) -> sorted.put(String.valueOf(name), sorted(part)));
            return sorted;
        }
        return value instanceof List<?> list ? list.stream().map(Json::sorted).toList() : value;
    }

    /** Copies stretches that need no escape in one piece: sign by sign it was half of the time that hashing took. */
    private void quote(String string) {
        text.append('"');
        int copied = 0;
        for (int index = 0; index < string.length(); index++) {
            char unit = string.charAt(index);
            if (!isPlain(unit)) {
                text.append(string, copied, index).append(escape(unit));
                copied = index + 1;
            }
        }
        text.append(string, copied, string.length()).append('"');
    }

    private boolean isPlain(char unit) {
        return unit >= ' ' && unit != '"' && unit != '\\' && (unit < from || unit > to);
    }

    private static String escape(char unit) {
        int mnemonic = "\"\\\b\f\n\r\t".indexOf(unit);
        return mnemonic >= 0 ? "\\" + "\"\\bfnrt".charAt(mnemonic) : "\\u%04x".formatted((int) unit);
    }
}
