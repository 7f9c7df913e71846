package dev.muster.runbook;

import dev.muster.incident.Hash;
import dev.muster.incident.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a step that acts comes to, with nothing left to fill in: exactly this is shown, approved and done. */
public sealed interface Order {

    /** All of it, so that two orders that differ differ in it. */
    String text();

    /** How long it may take; as long as the settings allow if empty. */
    Optional<Duration> limit();

    /** What must stand in what comes of it. */
    Optional<String> expected();

    /** The SHA-256 of its text, by which it was approved. */
    default String digest() {
        return Hash.of(text());
    }

    /**
     * A program is run, never through a shell.
     *
     * @param words the program and what it is given
     */
    record Program(List<String> words, Optional<Duration> limit, Optional<String> expected) implements Order {
        public Program {
            words = List.copyOf(words);
        }

        @Override
        public String text() {
            String line = words.stream().map(Order::word).collect(Collectors.joining(" "));
            return String.join("\n", lines(this, List.of(line)));
        }
    }

    /**
     * An address is called.
     *
     * @param success the answers that mean success; any from 200 to 299 if empty
     */
    record Request(
            String method,
            String url,
            Map<String, String> headers,
            Optional<String> body,
            List<Integer> success,
            Optional<Duration> limit,
            Optional<String> expected)
            implements Order {
        public Request {
            headers = Map.copyOf(headers);
            success = List.copyOf(success);
        }

        /** Whether an answer with this status is a good one. */
        public boolean isGood(int status) {
            return success.isEmpty() ? status / 100 == 2 : success.contains(status);
        }

        @Override
        public String text() {
            List<String> lines = new ArrayList<>(List.of(method + " " + url));
            new TreeMap<>(headers).forEach((name, value) -> lines.add(name + ": " + value));
            body.ifPresent(text -> lines.add("body " + quoted(text)));
            if (!success.isEmpty()) {
                lines.add("success is " + success);
            }
            return String.join("\n", lines(this, lines));
        }
    }

    private static List<String> lines(Order order, List<String> what) {
        List<String> lines = new ArrayList<>(what);
        order.limit().ifPresent(limit -> lines.add("ended after " + Words.of(limit)));
        order.expected().ifPresent(text -> lines.add("its output must contain " + quoted(text)));
        return lines;
    }

    /** A word that could be taken for something else stands in quotes. */
    private static String word(String word) {
        return word.matches("[A-Za-z0-9_./:=@%+,-]+") ? word : quoted(word);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(letter -> quoted.append(letter(letter)));
        return quoted.append('"').toString();
    }

    private static String letter(int letter) {
        if (letter == '"' || letter == '\\') {
            return "\\" + (char) letter;
        }
        boolean isSeen = !Character.isISOControl(letter) && Character.getType(letter) != Character.FORMAT;
        return isSeen ? String.valueOf((char) letter) : "\\u%04x".formatted(letter);
    }
}
