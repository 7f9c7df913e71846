package dev.muster.review;

import dev.muster.incident.Incident;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A post-mortem as a whole, in Markdown: what people wrote, and the record for the rest. */
public final class Document {

    private final Incident incident;
    private final Postmortem postmortem;
    private final Minutes minutes;
    private final Draft draft;

    public Document(Postmortem postmortem, Minutes minutes) {
        this.incident = minutes.incident();
        this.postmortem = postmortem;
        this.minutes = minutes;
        this.draft = new Draft(minutes);
    }

    /** What people wrote of it, in the version that is shown. */
    public Postmortem postmortem() {
        return postmortem;
    }

    /** What stands in a section; empty if nobody has said anything. */
    public String text(Section section) {
        return postmortem.text(section).orElseGet(() -> draft.of(section));
    }

    /** The same without Markdown, for places that do not know it. */
    public String plain(Section section) {
        return Paper.plain(text(section));
    }

    /** What still waits for somebody's words. */
    public List<Section> missing() {
        return Section.written().stream()
                .filter(section -> section.isAsked() && postmortem.text(section).isEmpty())
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

    /** The whole, ready for a wiki or a review. */
    public String markdown() {
        List<String> parts = new ArrayList<>();
        parts.add("# Post-mortem of %s: %s".formatted(incident.id(), Paper.line(incident.title())));
        parts.add("*%s. Times are in %s. #N is row N of the timeline.*"
                .formatted(standing(), minutes.zone().getId()));
        for (Section section : Section.values()) {
            String text = text(section);
            parts.add("## " + section.title() + "\n\n" + (text.isBlank() ? "*Nobody has written this yet.*" : text));
        }
        return String.join("\n\n", parts) + "\n";
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
