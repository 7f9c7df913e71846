package dev.muster.review;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of a post-mortem, in their order (the seeds' template). */
public enum Section {
    SUMMARY(
            "Summary",
            Source.DRAFTED,
            "What happened, whom it hit and how, in three sentences for somebody who was not there."),
    IMPACT(
            "Impact",
            Source.DRAFTED,
            "Users, business, reputation; which objectives, and how much of their error budget."),
    TIMELINE("Timeline", Source.RECORD, ""),
    CAUSES(
            "Contributing factors",
            Source.ASKED,
            "What had to come together? Architectural: …\nOperational: …\nMonitoring: …"),
    WHYS("Five whys", Source.ASKED, "1. Why did it happen? Because …\n2. Why that? Because …"),
    DETECTION("Detection", Source.DRAFTED, "How did we learn of it? What could have told us sooner?"),
    RESPONSE("Response", Source.DRAFTED, "What was tried, in which order, and what each attempt showed."),
    WELL("What went well", Source.ASKED, "What helped, so that we keep it?"),
    POORLY("What went poorly", Source.ASKED, "What got in the way? Name what the system lacked, not who."),
    LUCK("Where we were lucky", Source.ASKED, "What could have made it worse, and did not by chance?"),
    ACTIONS("Action items", Source.RECORD, ""),
    LESSONS("Lessons", Source.ASKED, "Technical: …\nProcess: …\nOrganisational: …"),
    PREVENTION("Prevention", Source.ASKED, "Short term: …\nMedium term: …\nLong term: …"),
    APPENDIX("Appendix", Source.RECORD, "");

    /** Where the words of a section come from. */
    private enum Source {
        /** The record alone; nobody writes it. */
        RECORD,
        /** The record, until somebody writes it better. */
        DRAFTED,
        /** Only people know. */
        ASKED
    }

    private final String title;
    private final Source source;
    private final String question;

    Section(String title, Source source, String question) {
        this.title = title;
        this.source = source;
        this.question = question;
    }

    public String title() {
        return title;
    }

    /** What its author is asked; empty for what is taken from the record. */
    public String question() {
        return question;
    }

    /** Whether people may write it. */
    public boolean isWritten() {
        return source != Source.RECORD;
    }

    /** Whether it stays empty until somebody writes it. */
    public boolean isAsked() {
        return source == Source.ASKED;
    }

    /** By what people type, e.g. {@code causes}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a section by its word or its title, in any case. */
    public static Optional<Section> find(String word) {
        return Arrays.stream(values())
                .filter(section -> section.word().equalsIgnoreCase(word) || section.title.equalsIgnoreCase(word))
                .findFirst();
    }

    /** Those that people may write. */
    public static List<Section> written() {
        return Arrays.stream(values()).filter(Section::isWritten).toList();
    }
}
