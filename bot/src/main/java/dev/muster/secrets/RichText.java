package dev.muster.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person reads in rich text, whatever pieces it was styled in (docs.slack.dev, "Rich text block"). */
final class RichText {

    private RichText() {}

    /** The texts of all pieces in a row, each section on a line of its own; nothing if there is but one piece. */
    static Optional<String> joined(List<?> blocks) {
        List<String> pieces = new ArrayList<>();
        blocks.forEach(block -> collect(block, pieces));
        boolean isSplit =
                pieces.stream().filter(piece -> !piece.isBlank()).limit(2).count() > 1;
        return isSplit ? Optional.of(String.join("", pieces)) : Optional.empty();
    }

    private static void collect(Object part, List<String> pieces) {
        if (!(part instanceof Map<?, ?> element)) {
            return;
        }
        if (element.get("elements") instanceof List<?> inner) {
            inner.forEach(piece -> collect(piece, pieces));
            pieces.add("\n");
        } else if (element.get("text") instanceof String text) {
            pieces.add(text);
        } else if (element.get("url") instanceof String url) {
            pieces.add(url);
        } else {
            pieces.add(" ");
        }
    }
}
