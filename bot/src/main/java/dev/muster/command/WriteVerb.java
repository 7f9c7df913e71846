package dev.muster.command;

import dev.muster.desk.Markup;
import dev.muster.desk.People;
import dev.muster.desk.ReviewDesk;
import dev.muster.incident.Actor;
import dev.muster.incident.Guess;
import dev.muster.incident.Refusal;
import dev.muster.incident.Words;
import dev.muster.review.Blame;
import dev.muster.review.Blame.Finding;
import dev.muster.review.Document;
import dev.muster.review.Postmortem;
import dev.muster.review.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a section of the post-mortem, and asks about words that put blame on people. */
public final class WriteVerb implements Verb {

    private static final int SHOWN = 5;

    private final ReviewDesk desk;
    private final People people;

    public WriteVerb(ReviewDesk desk, People people) {
        this.desk = desk;
        this.people = people;
    }

    @Override
    public String name() {
        return "write";
    }

    @Override
    public String purpose() {
        return "Writes a section of the post-mortem; what nobody writes is drawn from the record.";
    }

    @Override
    public List<String> usages() {
        return List.of("write SECTION TEXT");
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.choice("section", "Which section?", words()).needed(),
                Field.text("text", "What shall stand there?", "Markdown. #12 points to row 12 of the timeline.")
                        .needed(),
                Field.line(
                        "seen",
                        "Version you have read",
                        "Leave it as it is; it shows whether somebody else wrote meanwhile"));
    }

    /** What stands there, or what its author is asked. */
    @Override
    public Map<String, String> suggestions(Request request) {
        Document document = desk.document(request.incident(), request.by().zone());
        String seen = String.valueOf(document.postmortem().version());
        return request.find("section")
                .flatMap(Section::find)
                .map(section ->
                        Map.of("section", section.word(), "seen", seen, "text", start(request, document, section)))
                .orElse(Map.of("seen", seen));
    }

    /** What people wrote comes before what was drafted outside, and that before what the record says. */
    private String start(Request request, Document document, Section section) {
        return document.postmortem()
                .text(section)
                .or(() -> desk.suggestion(request.id(), section))
                .or(() -> Optional.of(document.text(section)).filter(text -> !text.isBlank()))
                .orElseGet(section::question);
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.taking("section", "^(" + String.join("|", words()) + ")\\b")
                .rest("text");
    }

    @Override
    public Reply act(Request request) {
        Section section = section(request.get("section"));
        String text = PlainWords.of(request.get("text"), people);
        int seen = request.find("seen")
                .filter(word -> word.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElseGet(() -> desk.postmortem(request.id()).version());
        Postmortem after =
                desk.write(request.id(), section, text, seen, request.said().origin(), request.actor());
        return Reply.tell("“%s” of the post-mortem of %s is kept, version %d.%s"
                .formatted(section.title(), request.id(), after.version(), advice(text, after)));
    }

    /** Never a verdict, and nothing that must be answered. */
    static String advice(String text, Postmortem after) {
        List<String> names = after.authors().stream().map(Actor::name).toList();
        List<Finding> findings = Blame.in(text, names);
        return findings.isEmpty()
                ? ""
                : "\nSome words may read as blame. It stays as you wrote it; perhaps ask instead:\n"
                        + findings.stream()
                                .limit(SHOWN)
                                .map(WriteVerb::question)
                                .collect(Collectors.joining("\n"));
    }

    private static String question(Finding finding) {
        return "• “%s”: %s".formatted(Markup.escape(finding.words(), 100), finding.question());
    }

    static Section section(String word) {
        return Section.find(word)
                .filter(Section::isWritten)
                .orElseThrow(() -> new Refusal("There is no section `%s` to write.%s Nothing was changed. Sections: %s."
                        .formatted(Words.again(word), Guess.sentence(word, words()), String.join(", ", words()))));
    }

    static List<String> words() {
        return Section.written().stream().map(Section::word).toList();
    }
}
