package dev.muster.review;

import dev.muster.incident.Hash;
import dev.muster.incident.IncidentId;
import java.util.regex.Pattern;

/**
 * What a paper that goes out to be edited says of itself, in comments that Markdown does not show: which version it is, and
 * where each section begins and ends. A section's fingerprint tells whether anybody has changed it.
 */
final class Marks {

    /** The first line: incident and version. */
    static final Pattern HEAD = Pattern.compile("<!-- muster (INC-[1-9][0-9]{0,8}) version ([0-9]{1,6})\\b.*-->");

    static final Pattern BEGIN = Pattern.compile("<!-- begin ([a-z]+) ([0-9a-f]{12}) -->");
    static final Pattern END = Pattern.compile("<!-- end ([a-z]+) -->");

    /** Whatever is meant to be one of ours, however it was mistyped. */
    static final Pattern ANY = Pattern.compile("<!-- *(?:begin|end|muster)\\b.*");

    private static final Pattern STRAY = Pattern.compile("(?m)^(\\s*)(?=<!-- *(?:begin|end|muster)\\b)");

    private Marks() {}

    static String head(IncidentId incident, int version) {
        return "<!-- muster %s version %d. Edit between the marks and give it back: muster postmortem import %s FILE --as NAME -->"
                .formatted(incident, version, incident);
    }

    static String around(Section section, String text) {
        String safe = STRAY.matcher(text).replaceAll("$1\\\\");
        return "<!-- begin %s %s -->\n\n%s\n\n<!-- end %s -->"
                .formatted(section.word(), fingerprint(safe), safe, section.word());
    }

    /** Of what a reader sees: blank lines around it and line ends do not matter. */
    static String fingerprint(String text) {
        return Hash.of(text.strip().replaceAll("[ \\t]*\\R", "\n")).substring(0, 12);
    }
}
