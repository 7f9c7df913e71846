package dev.muster.config.shape;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.incident.Guess;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A text.
 *
 * @param pattern what the whole of it matches, in syntax that Java and JSON Schema read alike
 * @param wanted what it should be, in words that end the message
 * @param words the only texts; any if empty
 */
public record Text(Pattern pattern, String wanted, List<String> words) implements Shape {

    /** Anything that can be seen. */
    public static final Text ANY = Text.of("[ \\t\\r\\n]*[^ \\t\\r\\n][\\s\\S]*", "cannot be read here");

    /** Anything that can be seen, on one line. */
    public static final Text LINE =
            Text.of("[ \\t]*[^ \\t\\r\\n][^\\r\\n]*", "goes over several lines. One belongs here");

    public static Text of(String pattern, String wanted) {
        return new Text(Pattern.compile(pattern), wanted, List.of());
    }

    public static Text oneOf(List<?> words) {
        return new Text(
                Pattern.compile(""), "", words.stream().map(Object::toString).toList());
    }

    @Override
    public void check(JsonNode node, String pointer, Mistakes found) {
        if (!node.isTextual()) {
            found.add(pointer, wrongSort(node));
        } else if (node.textValue().isBlank()) {
            found.add(pointer, "nothing stands here. Fill it in, or leave out the key.");
        } else if (!words.isEmpty()) {
            checkWord(node.textValue(), pointer, found);
        } else if (!matches(node.textValue())) {
            found.add(pointer, Mistakes.quoted(node.textValue()) + " " + wanted + ".");
        }
    }

    public boolean matches(String text) {
        return pattern.matcher(text).matches();
    }

    private void checkWord(String word, String pointer, Mistakes found) {
        if (!words.contains(word)) {
            String guess = word.length() > 100 ? "" : Guess.sentence(word, words);
            found.add(
                    pointer,
                    Mistakes.quoted(word) + " is not known here." + guess + " It is one of " + String.join(", ", words)
                            + ".");
        }
    }

    /** YAML takes words like 5, true or nothing at all for something else. */
    private static String wrongSort(JsonNode node) {
        if (node.isNull()) {
            return "nothing stands here. Fill it in, or leave out the key.";
        }
        return node.isContainerNode()
                ? "a text belongs here, not " + (node.isArray() ? "a list." : "keys and values.")
                : Mistakes.quoted(node.asText()) + " is read as something else than text. Put it in quotes.";
    }

    @Override
    public Map<String, Object> schema() {
        return words.isEmpty()
                ? Shape.map("type", "string", "pattern", "^(?:" + pattern + ")$")
                : Shape.map("type", "string", "enum", words);
    }
}
