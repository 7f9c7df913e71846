package dev.muster.desk;

import dev.muster.incident.IncidentId;
import dev.muster.insight.Mark;
import dev.muster.insight.Mark.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Earlier incidents that are alike, in Slack's markup: which, why, and what helped. */
public final class RecallText {

    private static final int TITLE = 150;
    private static final int HELP = 400;
    private static final int NAMED = 6;

    private RecallText() {}

    /** There must be some. */
    public static String of(IncidentId id, List<Remembered> found) {
        String lines = found.stream().map(RecallText::line).collect(Collectors.joining("\n"));
        return "*Like %s, and over:*\n%s\nTo see how it went: `/incident %d brief`."
                .formatted(id, lines, found.get(0).incident().id().number());
    }

    /** One of them without any markup, on one line. */
    static String plain(Remembered one) {
        String words = one.shared().stream().limit(NAMED).map(Mark::word).collect(Collectors.joining(", "));
        return "%s, %s (alike: %s)%s"
                .formatted(
                        one.incident().id(),
                        one.incident().title(),
                        words,
                        one.helped()
                                .map(help -> "; what helped then: "
                                        + help.words().replaceAll("\\s+", " ").strip())
                                .orElse(""));
    }

    private static String line(Remembered one) {
        Instant over = one.counted().closedAt().orElse(one.counted().declaredAt());
        String when = one.counted().closedAt().isPresent() ? "closed" : "declared";
        return "• *%s* (%s, %s %s): %s\n>Alike: %s%s"
                .formatted(
                        one.incident().id(),
                        one.incident().severity(),
                        when,
                        Markup.time(over),
                        Markup.escape(one.incident().title(), TITLE),
                        why(one.shared()),
                        one.helped()
                                .map(help -> "\n>What helped then (%s): %s".formatted(help.source(), cut(help.words())))
                                .orElse(""));
    }

    private static String why(List<Mark> shared) {
        return Stream.of(
                        named("service", shared, Kind.SERVICE),
                        named("cause", shared, Kind.CAUSE),
                        named("tag", shared, Kind.TAG),
                        named("words", shared, Kind.WORD))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
    }

    private static Optional<String> named(String what, List<Mark> shared, Kind kind) {
        String words = shared.stream()
                .filter(mark -> mark.kind() == kind)
                .limit(NAMED)
                .map(mark -> Markup.escape(mark.word(), TITLE))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? Optional.empty() : Optional.of(what + " " + words);
    }

    private static String cut(String words) {
        return Markup.escape(words.replaceAll("\\s+", " ").strip(), HELP);
    }
}
