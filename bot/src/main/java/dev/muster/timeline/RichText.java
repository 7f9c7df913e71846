package dev.muster.timeline;

import dev.muster.incident.ChannelId;
import dev.muster.incident.UserId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a block of rich text says. Unlike markup, its texts stand for themselves: nothing in them is encoded. */
final class RichText {

    private final Names names;

    RichText(Names names) {
        this.names = names;
    }

    String of(Fields block) {
        return PlainText.lines(block.list("elements").stream().map(this::part));
    }

    private String part(Fields part) {
        return switch (part.plain("type")) {
            case "rich_text_list" -> points(part);
            case "rich_text_quote" ->
                inline(part).lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
            default -> inline(part).stripTrailing();
        };
    }

    private String points(Fields list) {
        List<Fields> items = list.list("elements");
        String indent = "  ".repeat(Math.min(8, Math.max(0, count(list, "indent"))));
        int first = count(list, "offset") + 1;
        return PlainText.lines(IntStream.range(0, items.size())
                .mapToObj(at -> point(items.get(at), indent, isOrdered(list) ? (first + at) + ". " : "• ")));
    }

    private String point(Fields item, String indent, String sign) {
        String said = part(item);
        return item.plain("type").equals("rich_text_list") || said.isBlank() ? said : indent + sign + said;
    }

    private static boolean isOrdered(Fields list) {
        return list.plain("style").equals("ordered");
    }

    private static int count(Fields list, String name) {
        return list.number(name).map(Number::intValue).orElse(0);
    }

    private String inline(Fields part) {
        return part.list("elements").stream().map(this::piece).collect(Collectors.joining());
    }

    private String piece(Fields piece) {
        return switch (piece.plain("type")) {
            case "user" -> "@" + name(piece, "user_id", id -> names.of(new UserId(id)));
            case "channel" -> "#" + name(piece, "channel_id", id -> names.of(new ChannelId(id)));
            case "usergroup" -> "@" + piece.plain("usergroup_id");
            case "team" -> "@" + piece.plain("team_id");
            case "broadcast" -> "@" + piece.plain("range");
            case "emoji" -> emoji(piece);
            case "link" -> PlainText.link(piece.plain("url"), piece.plain("text"));
            case "date" -> date(piece);
            case "color" -> piece.plain("value");
            default -> piece.text("text").orElseGet(() -> inline(piece));
        };
    }

    private static String name(Fields piece, String field, Function<String, String> names) {
        return piece.text(field).filter(id -> !id.isBlank()).map(names).orElse("");
    }

    private static String emoji(Fields piece) {
        String tone = piece.number("skin_tone")
                .map(number -> ":skin-tone-" + number.intValue() + ":")
                .orElse("");
        return ":" + piece.plain("name") + ":" + tone;
    }

    private static String date(Fields piece) {
        return piece.text("fallback")
                .or(() -> piece.number("timestamp").map(Number::longValue).map(PlainText::moment))
                .orElse("");
    }
}
