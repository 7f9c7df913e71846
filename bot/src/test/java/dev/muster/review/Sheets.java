package dev.muster.review;

import dev.muster.incident.Severity;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Templates that the tests talk about. */
public final class Sheets {

    /** Every section under its own title. */
    public static final Template ALL = new Template(
            "all",
            "# {{incident}}: {{title}}\n\n*{{standing}}*\n\n"
                    + Arrays.stream(Section.values())
                            .map(section -> "## %s%n%n{{%s}}".formatted(section.title(), section.word()))
                            .collect(Collectors.joining("\n\n")));

    public static final Templates TEMPLATES = new Templates(
            Arrays.stream(Severity.values()).collect(Collectors.toMap(severity -> severity, severity -> ALL)));

    private Sheets() {}
}
