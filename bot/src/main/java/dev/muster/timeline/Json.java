package dev.muster.timeline;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes maps, lists, strings, whole numbers and booleans as JSON on one line. */
public final class Json {

    private Json() {}

    /** JSON in the order of the map. */
    public static String write(Object value) {
        StringBuilder text = new StringBuilder(512);
        write(value, text);
        return text.toString();
    }

    private static void write(Object value, StringBuilder text) {
        if (value instanceof Map<?, ?> map) {
            object(map, text);
        } else if (value instanceof List<?> list) {
            list(list, text);
        } else if (value instanceof String string) {
            quote(string, text);
        } else {
            text.append(value);
        }
    }

    private static void object(Map<?, ?> map, StringBuilder text) {
        char before = '{';
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            quote(String.valueOf(entry.getKey()), text.append(before));
            write(entry.getValue(), text.append(':'));
            before = ',';
        }
        text.append(map.isEmpty() ? "{}" : "}");
    }

    private static void list(List<?> list, StringBuilder text) {
        char before = '[';
        for (Object part : list) {
            write(part, text.append(before));
            before = ',';
        }
        text.append(list.isEmpty() ? "[]" : "]");
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

    /** Copies stretches that need no escape in one piece: sign by sign it was half of the time that hashing took. */
    private static void quote(String string, StringBuilder text) {
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

    private static boolean isPlain(char unit) {
        return unit >= ' ' && unit != '"' && unit != '\\' && (unit < '\u2028' || unit > '\u2029');
    }

    private static String escape(char unit) {
        int mnemonic = "\"\\\n\r\t".indexOf(unit);
        return mnemonic >= 0 ? "\\" + "\"\\nrt".charAt(mnemonic) : "\\u%04x".formatted((int) unit);
    }
}
