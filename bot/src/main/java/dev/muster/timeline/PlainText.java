package dev.muster.timeline;

import dev.muster.incident.ChannelId;
import dev.muster.incident.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Slack's markup turned into the text that a person saw: mentions by name, links spelled out, entities decoded
 * (docs.slack.dev, "Formatting message text").
 */
public final class PlainText {

    private static final Pattern TOKEN = Pattern.compile("<([^<>]*)>");

    private final Names names;

    public PlainText(Names names) {
        this.names = names;
    }

    /** What a message says; where its text is empty, what its attachments and blocks say. */
    public String of(Fields message) {
        return message.text("text")
                .filter(text -> !text.isBlank())
                .map(this::decode)
                .orElseGet(() -> fallback(message));
    }

    /** Text that any database can keep: without the character NUL and without halves of characters. */
    public String decode(String markup) {
        String shown = TOKEN.matcher(markup).replaceAll(token -> Matcher.quoteReplacement(token(token)));
        return whole(shown).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static String whole(String text) {
        return new String(text.replace('\0', '\ufffd').getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private String token(MatchResult match) {
        String[] parts = match.group(1).split("\\|", 2);
        Optional<String> label = parts.length == 2 && !parts[1].isEmpty() ? Optional.of(parts[1]) : Optional.empty();
        String target = parts[0];
        if (target.length() < 2 || target.substring(1).isBlank()) {
            return match.group();
        }
        return switch (target.charAt(0)) {
            case '@' -> "@" + names.of(new UserId(target.substring(1).strip()));
            case '#' ->
                "#"
                        + label.orElseGet(
                                () -> names.of(new ChannelId(target.substring(1).strip())));
            case '!' -> special(target.substring(1), label);
            default ->
                label.filter(text -> !target.endsWith(text))
                        .map(text -> text + " (" + target + ")")
                        .orElse(target);
        };
    }

    private static String special(String command, Optional<String> label) {
        return label.orElseGet(() -> "@" + command.replaceFirst("\\^.*", ""));
    }

    private String fallback(Fields message) {
        Stream<String> attached = message.list("attachments").stream()
                .map(part -> part.text("fallback").or(() -> part.text("text")).orElse(""));
        Stream<String> blocks = message.list("blocks").stream().flatMap(PlainText::texts);
        return Stream.concat(attached, blocks)
                .filter(text -> !text.isBlank())
                .map(this::decode)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> texts(Fields block) {
        Stream<String> own = Stream.of(block.object("text").plain("text"), block.plain("text"));
        Stream<String> inner = Stream.of("elements", "fields")
                .flatMap(name -> block.list(name).stream())
                .flatMap(PlainText::texts);
        return Stream.concat(own, inner);
    }
}
