package dev.muster.review;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

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
            "What had to come together?",
            new Part("Root cause", "What set it off, and why could that happen?"),
            new Part("Architectural", "What in how it is built let it happen or spread?"),
            new Part("Operational", "What in how it is run and changed?"),
            new Part("Monitoring", "Which signal was missing, or not seen?")),
    WHYS(
            "Five whys",
            Source.ASKED,
            "Why did it happen, and why was that so?\n1. Why …? Because …\n2. Why that? Because …"),
    DETECTION("Detection", Source.DRAFTED, "How did we learn of it? What could have told us sooner?"),
    RESPONSE("Response", Source.DRAFTED, "What was tried, in which order, and what each attempt showed."),
    WELL("What went well", Source.ASKED, "What helped, so that we keep it?"),
    POORLY("What went poorly", Source.ASKED, "What got in the way? Name what the system lacked, not who."),
    LUCK("Where we were lucky", Source.ASKED, "What could have made it worse, and did not by chance?"),
    ACTIONS("Action items", Source.RECORD, ""),
    LESSONS(
            "Lessons",
            Source.ASKED,
            "What do we know now?",
            new Part("Technical", "About the systems."),
            new Part("Process", "About how we work on them."),
            new Part("Organisational", "About how teams work together.")),
    PREVENTION(
            "Prevention",
            Source.ASKED,
            "What keeps it from coming back, beyond the action items?",
            new Part("Short term", "Within weeks."),
            new Part("Medium term", "Within months."),
            new Part("Long term", "Within years.")),
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

    /**
     * One of several things that a section speaks of.
     *
     * @param label what stands before it, and a colon
     */
    public record Part(String label, String question) {}

    private final String title;
    private final Source source;
    private final String question;
    private final List<Part> parts;

    Section(String title, Source source, String question, Part... parts) {
        this.title = title;
        this.source = source;
        this.question = question;
        this.parts = List.of(parts);
    }

    public String title() {
        return title;
    }

    /** What its author is asked, with the label of each part on a line; empty for what is taken from the record. */
    public String question() {
        String labels = parts.stream().map(part -> "\n" + part.label() + ": …").collect(Collectors.joining());
        return question + labels;
    }

    /** The same in one line. */
    String asked() {
        return question.lines().findFirst().orElse("");
    }

    /** What it speaks of, each by its label; none for most. */
    public List<Part> parts() {
        return parts;
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
