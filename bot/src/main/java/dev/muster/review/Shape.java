package dev.muster.review;

import dev.muster.review.Section.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parts of a section in what somebody wrote: each begins on a line with its label and a colon. */
final class Shape {

    private Shape() {}

    /** The same text with each part set apart. Setting apart what is set apart already changes nothing. */
    static String apart(Section section, String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.strip().split("\\R", -1)) {
            Optional<Matcher> label = label(section, line);
            if (label.isPresent()
                    && !lines.isEmpty()
                    && !lines.get(lines.size() - 1).isBlank()) {
                lines.add("");
            }
            lines.add(label.map(Shape::bold).orElse(line));
            if (label.isPresent() && label.get().group("rest").isBlank()) {
                lines.add("");
            }
        }
        return String.join("\n", lines).replaceAll("\n{3,}", "\n\n");
    }

    /** The parts that nobody has spoken of. */
    static List<Part> missing(Section section, String text) {
        List<String> said = text.lines()
                .flatMap(line -> label(section, line).stream())
                .map(label -> label.group("label"))
                .toList();
        return section.parts().stream()
                .filter(part -> said.stream().noneMatch(part.label()::equalsIgnoreCase))
                .toList();
    }

    private static String bold(Matcher label) {
        return "**%s:** %s".formatted(label.group("label"), label.group("rest")).stripTrailing();
    }

    private static Optional<Matcher> label(Section section, String line) {
        if (section.parts().isEmpty()) {
            return Optional.empty();
        }
        String labels = section.parts().stream()
                .map(part -> Pattern.quote(part.label()))
                .collect(Collectors.joining("|"));
        Matcher matcher = Pattern.compile(
                        "(?:[-*•] +)?\\**(?<label>" + labels + ")\\**:\\** *(?<rest>.*)", Pattern.CASE_INSENSITIVE)
                .matcher(line.strip());
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }
}
