package dev.muster.review;

import dev.muster.incident.Incident;
import dev.muster.review.Section.Part;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** A post-mortem as a whole, in Markdown: what people wrote, and the record for the rest, in the order of a template. */
public final class Document {

    /** How a line of ours begins where words are missing; nobody's words. */
    static final String UNWRITTEN = "*Nobody has written this yet.*";

    static final String UNSAID = "*Not said yet:* ";

    private final Incident incident;
    private final Postmortem postmortem;
    private final Minutes minutes;
    private final Template template;
    private final Draft draft;

    public Document(Postmortem postmortem, Minutes minutes, Template template) {
        this.incident = minutes.incident();
        this.postmortem = postmortem;
        this.minutes = minutes;
        this.template = template;
        this.draft = new Draft(minutes);
    }

    /** Whether words in a paper are ours, asking for somebody's. */
    public static boolean asks(String words) {
        return (UNWRITTEN + UNSAID).contains("*" + words + "*");
    }

    /** What people wrote of it, in the version that is shown. */
    public Postmortem postmortem() {
        return postmortem;
    }

    /** What stands in a section; empty if nobody has said anything. */
    public String text(Section section) {
        return postmortem.text(section).orElseGet(() -> draft.of(section));
    }

    /** What the record says for a section, whatever people wrote. */
    public String record(Section section) {
        return draft.of(section);
    }

    /** How many rows the timeline has. */
    public long rows() {
        return minutes.rows();
    }

    /** The same without Markdown, for places that do not know it. */
    public String plain(Section section) {
        return Paper.plain(text(section));
    }

    /** What still waits for somebody's words, as far as the template shows it. */
    public List<Section> missing() {
        return template.sections().stream()
                .filter(section -> section.isAsked() && postmortem.text(section).isEmpty())
                .sorted()
                .toList();
    }

    /** Lines that people wrote and that point to no row of the timeline. */
    public List<String> bare() {
        return postmortem.texts().values().stream()
                .flatMap(text -> Evidence.bare(text).stream())
                .toList();
    }

    /** Rows that people point to and that do not exist. */
    public List<Long> broken() {
        return postmortem.texts().values().stream()
                .flatMap(text -> Evidence.rows(text).stream())
                .filter(row -> row > minutes.rows())
                .distinct()
                .toList();
    }

    /** The whole, to be read. */
    public String markdown() {
        return filled((section, text) -> text);
    }

    /** The whole, to be edited and given back: with marks around each section, which Markdown does not show. */
    public String editable() {
        String paper = filled(Marks::around);
        return Marks.head(incident.id(), postmortem.version(), paper) + "\n" + paper;
    }

    private String filled(BiFunction<Section, String, String> around) {
        return template.filled(this::fact, section -> around.apply(section, shown(section)))
                        .strip() + "\n";
    }

    private String fact(String word) {
        return switch (word) {
            case "incident" -> incident.id().toString();
            case "title" -> Paper.line(incident.title());
            case "severity" -> incident.severity().toString();
            case "zone" -> minutes.zone().getId();
            default -> standing();
        };
    }

    /** A section as it is shown; as long as it is a draft, with what is still to be said. */
    String shown(Section section) {
        String text = text(section);
        if (text.isBlank()) {
            return postmortem.isPublished() ? "*Nothing was written.*" : UNWRITTEN + " " + section.asked();
        }
        String shaped = Shape.apart(section, text);
        List<Part> missing = section.isAsked() ? Shape.missing(section, text) : List.of();
        return missing.isEmpty() || postmortem.isPublished() ? shaped : shaped + "\n\n" + UNSAID + questions(missing);
    }

    private static String questions(List<Part> parts) {
        return parts.stream()
                .map(part -> "%s (%s)".formatted(part.label(), part.question()))
                .collect(Collectors.joining("; "));
    }

    private String standing() {
        String authors = postmortem.authors().stream()
                .map(author -> Paper.line(author.name()))
                .collect(Collectors.joining(", "));
        String written = authors.isEmpty()
                ? "Drawn from the record"
                : "Written by " + authors + ", the rest drawn from the record";
        return postmortem
                .publication()
                .map(done -> "%s; version %d, published by %s"
                        .formatted(
                                written,
                                postmortem.version(),
                                Paper.line(done.by().name())))
                .orElse("%s; version %d, a draft".formatted(written, postmortem.version()));
    }
}
