package dev.muster.timeline;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes maps, lists, strings, whole numbers and booleans as JSON on one line. */
public final class Json {

    private Json() {}

    /** JSON in the order of the map. */
    public static String write(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> quote(String.valueOf(entry.getKey())) + ":" + write(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof String text ? quote(text) : String.valueOf(value);
    }

    /** JSON with sorted keys, so that equal content has equal text (after RFC 8785, without its floating-point numbers). */
    public static String canonical(Object value) {
        return write(sorted(value));
    }

    private static Object sorted(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((name, part) -> sorted.put(String.valueOf(name), sorted(part)));
            return sorted;
        }
        return value instanceof List<?> list ? list.stream().map(Json::sorted).toList() : value;
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(unit -> quoted.append(escape((char) unit)));
        return quoted.append('"').toString();
    }

    private static String escape(char unit) {
        int mnemonic = "\"\\\n\r\t".indexOf(unit);
        if (mnemonic >= 0) {
            return "\\" + "\"\\nrt".charAt(mnemonic);
        }
        boolean plain = unit >= ' ' && !Character.isSurrogate(unit) && unit != '\u2028' && unit != '\u2029';
        return plain || Character.isSurrogate(unit) ? String.valueOf(unit) : "\\u%04x".formatted((int) unit);
    }
}
