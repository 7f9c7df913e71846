package dev.muster.runbook;

import dev.muster.incident.Refusal;
import dev.muster.runbook.Action.Command;
import dev.muster.runbook.Action.Http;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Makes orders of steps. What people say is put within one word, one part of an address, one text, and becomes nothing
 * else there: no option, no other folder, no other host, no further line.
 */
final class Orders {

    private final Step step;
    private final Map<String, String> values;

    private Orders(Step step, Map<String, String> values) {
        this.step = step;
        this.values = values;
    }

    /**
     * What a step would do; empty if it is for people.
     *
     * @throws Refusal if a value will not do where it is used
     */
    static Optional<Order> of(Step step, Map<String, String> values) {
        Orders orders = new Orders(step, values);
        if (step.action() instanceof Command command) {
            return Optional.of(orders.program(command));
        }
        return step.action() instanceof Http http ? Optional.of(orders.request(http)) : Optional.empty();
    }

    private Order program(Command command) {
        List<String> words = command.command().stream().map(this::word).toList();
        if (!words.get(0).equals(command.command().get(0))) {
            throw refusal("the program itself cannot be filled in");
        }
        return new Order.Program(words, step.care().timeLimit(), expected(command.expectOutput()));
    }

    private String word(String template) {
        String word = fill(template, value -> value);
        if (word.equals(template)) {
            return word;
        }
        if (word.startsWith("-") && !template.startsWith("-")) {
            throw refusal("“" + word + "” would be taken for an option");
        }
        if (Template.names(template).stream().anyMatch(name -> climbs(values.getOrDefault(name, "")))) {
            throw refusal("“" + word + "” leads into another folder");
        }
        if (word.isEmpty()) {
            throw refusal("a word would be empty");
        }
        return word;
    }

    private static boolean climbs(String value) {
        return value.matches("(?s)(.*[/\\\\])?\\.\\.([/\\\\].*)?");
    }

    private Order request(Http http) {
        int path = http.url().indexOf('/', "https://".length());
        if (!Template.names(path < 0 ? http.url() : http.url().substring(0, path))
                .isEmpty()) {
            throw refusal("the host itself cannot be filled in");
        }
        Map<String, String> headers = new HashMap<>();
        http.headers().forEach((name, value) -> headers.put(name, fill(value, said -> said)));
        return new Order.Request(
                http.method(),
                fill(http.url(), Orders::encoded),
                headers,
                http.body().map(body -> fill(body, isJson(body) ? Orders::inJson : said -> said)),
                http.expectStatus(),
                step.care().timeLimit(),
                expected(http.expectOutput()));
    }

    /** A value that is one dot or two stays itself when it is encoded, and would lead elsewhere. */
    private static String encoded(String value) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        return encoded.matches("\\.+") ? encoded.replace(".", "%2E") : encoded;
    }

    private static boolean isJson(String body) {
        return body.strip().startsWith("{") || body.strip().startsWith("[");
    }

    private static String inJson(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private Optional<String> expected(Optional<String> text) {
        return text.map(words -> fill(words, value -> value));
    }

    private String fill(String template, UnaryOperator<String> made) {
        Map<String, String> fitting = new HashMap<>();
        for (String name : Template.names(template)) {
            String value = Optional.ofNullable(values.get(name))
                    .orElseThrow(() -> refusal("nobody has said yet what `" + name + "` is"));
            if (value.chars().anyMatch(Character::isISOControl)) {
                throw refusal("`" + name + "` has a character in it that cannot be seen");
            }
            fitting.put(name, made.apply(value));
        }
        return Template.fill(template, fitting);
    }

    private Refusal refusal(String why) {
        return new Refusal("“%s” cannot be run: %s. Nothing was run.".formatted(step.title(), why));
    }
}
