package dev.muster.command;

import dev.muster.desk.Custody;
import dev.muster.desk.Markup;
import dev.muster.desk.People;
import dev.muster.incident.Refusal;
import dev.muster.incident.Words;
import dev.muster.timeline.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Corrects the time or the wording of a line; the old one is kept. */
public final class CorrectVerb implements Verb {

    private final Custody custody;
    private final People people;

    public CorrectVerb(Custody custody, People people) {
        this.custody = custody;
        this.people = people;
    }

    @Override
    public String name() {
        return "correct";
    }

    @Override
    public String purpose() {
        return "Corrects the time or the wording of a line of the timeline; how it was stays beside it.";
    }

    @Override
    public List<String> usages() {
        return List.of("correct NUMBER [TIME] [TEXT]");
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.line("line", "Which line?", "Its number, e.g. 17").needed(),
                Field.line("at", "When was it really?", "14:05, 10m ago; empty: the time is right"),
                Field.text("text", "What should it say?", "Empty: the wording is right"));
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.taking("line", "^#?([1-9][0-9]{0,9})")
                .taking("at", "^(" + TimeWords.MOMENT + ")")
                .rest("text");
    }

    @Override
    public Reply act(Request request) {
        Optional<Instant> happened = request.find("at").map(at -> request.moment("at"));
        Optional<String> words = request.find("text").map(text -> PlainWords.of(text, people));
        if (happened.isEmpty() && words.isEmpty()) {
            throw new Refusal(
                    "What should be corrected? Say a time, a text, or both: `/incident correct 17 14:02 the pool was full`. Nothing was changed.");
        }
        Row row = custody.correct(request.id(), line(request), happened, words, request.actor(), request.origin());
        return Reply.tell(told(row, happened, words));
    }

    private static long line(Request request) {
        String typed = request.get("line").replace("#", "");
        if (!typed.matches("[1-9][0-9]{0,9}")) {
            throw new Refusal(
                    "`%s` is no number of a line. Nothing was changed. The numbers stand before the lines: `/incident timeline`."
                            .formatted(Words.again(typed)));
        }
        return Long.parseLong(typed);
    }

    private static String told(Row row, Optional<Instant> happened, Optional<String> words) {
        String time = happened.map(at ->
                        " Time: %s → %s.".formatted(Markup.time(row.entry().at()), Markup.time(at)))
                .orElse("");
        String wording = words.map(text -> " Wording: “%s” → “%s”."
                        .formatted(Markup.escape(row.entry().text(), 300), Markup.escape(text, 300)))
                .orElse("");
        return "Line %d is corrected; how it was is kept.%s%s".formatted(row.seq(), time, wording);
    }
}
