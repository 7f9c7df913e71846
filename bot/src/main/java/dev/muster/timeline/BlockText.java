package dev.muster.timeline;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What blocks say, without what they are laid out with (docs.slack.dev, "Blocks"). */
final class BlockText {

    /** Where blocks that nobody knows yet may hold words. */
    private static final Set<String> WORDS =
            Set.of("text", "title", "subtitle", "body", "label", "alt_text", "description", "fallback", "name");

    private final PlainText text;
    private final RichText rich;

    BlockText(PlainText text, Names names) {
        this.text = text;
        this.rich = new RichText(names);
    }

    String of(Fields holder) {
        return PlainText.lines(holder.list("blocks").stream().map(this::block));
    }

    private String block(Fields block) {
        return switch (block.plain("type")) {
            case "rich_text" -> rich.of(block);
            case "section" ->
                PlainText.lines(Stream.concat(
                        Stream.of(words(block, "text")),
                        block.list("fields").stream().map(this::words)));
            case "header" -> words(block, "text");
            case "context" -> row(block.list("elements").stream().map(this::inContext), " ");
            case "markdown" -> text.decode(block.plain("text"));
            case "image" -> image(block);
            case "video" ->
                PlainText.lines(Stream.of(
                        PlainText.link(block.plain("title_url"), words(block, "title")), words(block, "description")));
            case "table" -> PlainText.lines(block.rows("rows").stream().map(this::row));
            case "actions", "divider" -> "";
            default -> PlainText.lines(leaves(block.object()));
        };
    }

    private String words(Fields block, String name) {
        return words(block.object(name));
    }

    private String words(Fields textObject) {
        return text.decode(textObject.plain("text"));
    }

    private String inContext(Fields element) {
        return element.plain("type").equals("image") ? text.decode(element.plain("alt_text")) : words(element);
    }

    private String image(Fields block) {
        String title = words(block, "title");
        String shown = text.decode(block.plain("alt_text"));
        return PlainText.lines(Stream.of(title, shown).distinct());
    }

    private String row(List<Fields> cells) {
        return cells.stream()
                .map(cell -> cell.plain("type").equals("rich_text") ? rich.of(cell) : cell.plain("text"))
                .collect(Collectors.joining(" | "));
    }

    private static String row(Stream<String> parts, String between) {
        return parts.filter(part -> !part.isBlank()).collect(Collectors.joining(between));
    }

    private Stream<String> leaves(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().flatMap(this::leaves);
        }
        return value instanceof Map<?, ?> map && !isControl(map)
                ? map.entrySet().stream().flatMap(this::leaves)
                : Stream.empty();
    }

    private Stream<String> leaves(Map.Entry<?, ?> field) {
        return field.getValue() instanceof String said
                ? Stream.of(said).filter(any -> WORDS.contains(field.getKey())).map(text::decode)
                : leaves(field.getValue());
    }

    private static boolean isControl(Map<?, ?> element) {
        String type = String.valueOf(element.get("type"));
        return type.equals("button") || type.equals("overflow") || type.endsWith("_select") || type.equals("actions");
    }
}
