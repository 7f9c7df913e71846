package dev.muster.timeline;

import dev.muster.incident.Actor;
import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.incident.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A line that says of another how it was and how it is. */
public final class Correction {

    private Correction() {}

    /**
     * The line, with {@code data.corrects}, {@code data.from} and {@code data.to}.
     *
     * @throws Refusal if it changes nothing
     */
    public static Entry of(Row row, Optional<Instant> happened, Optional<String> words, Actor by, Instant now) {
        Map<String, Object> from = new TreeMap<>();
        Map<String, Object> to = new TreeMap<>();
        happened.filter(at -> !at.equals(row.entry().at())).ifPresent(at -> {
            from.put("at", Exported.time(row.entry().at()));
            to.put("at", Exported.time(at));
        });
        words.filter(text -> !text.equals(row.entry().text())).ifPresent(text -> {
            from.put("text", row.entry().text());
            to.put("text", text);
        });
        if (to.isEmpty()) {
            throw new Refusal("That is what line %d says. Nothing was changed.".formatted(row.seq()));
        }
        return Entry.of(now, Kind.NOTE, by, text(row.seq(), from, to))
                .with("corrects", row.seq())
                .with("from", from)
                .with("to", to)
                .asKey();
    }

    private static String text(long seq, Map<String, Object> from, Map<String, Object> to) {
        StringBuilder text = new StringBuilder("Corrected line " + seq + ": ");
        to.forEach((what, value) -> text.append(text.toString().endsWith(": ") ? "" : "; ")
                .append(what.equals("at") ? "time " : "wording ")
                .append('“')
                .append(from.get(what))
                .append("” → “")
                .append(value)
                .append('”'));
        return text.toString();
    }
}
