package dev.muster.review;

import dev.muster.incident.Hash;
import dev.muster.incident.IncidentId;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a paper that goes out to be edited says of itself, in comments that Markdown does not show: which version it is, and
 * where each section begins and ends. A section's fingerprint tells whether anybody has changed it.
 */
final class Marks {

    /** The first line: incident, version, and the fingerprint of what stands outside of the sections. */
    static final Pattern HEAD = Pattern.compile(
            "<!-- muster (?<incident>INC-[1-9][0-9]{0,8}) version (?<version>[0-9]{1,6}) (?<outside>[0-9a-f]{12})\\b.*-->");

    static final Pattern BEGIN = Pattern.compile("<!-- begin ([a-z]+) ([0-9a-f]{12}) -->");
    static final Pattern END = Pattern.compile("<!-- end ([a-z]+) -->");

    /** Whatever is meant to be one of ours, however it was mistyped. */
    static final Pattern ANY = Pattern.compile("<!-- *(?:begin|end|muster)\\b.*");

    private static final Pattern INSIDE =
            Pattern.compile("(?m)^<!-- begin ([a-z]+) [0-9a-f]{12} -->$.*?^<!-- end \\1 -->$", Pattern.DOTALL);

    private static final Pattern STRAY = Pattern.compile("(?m)^(\\s*)(?=<!-- *(?:begin|end|muster)\\b)");

    private Marks() {}

    /** @param paper the whole, with the marks of its sections */
    static String head(IncidentId incident, int version, String paper) {
        return "<!-- muster %s version %d %s. Edit between the marks and give it back: muster postmortem import %s FILE --as NAME -->"
                .formatted(
                        incident,
                        version,
                        around(INSIDE.matcher(paper).replaceAll("").lines()),
                        incident);
    }

    /** The fingerprint of what stands outside of the sections. */
    static String around(Stream<String> lines) {
        return fingerprint(lines.filter(line -> !line.isBlank()).collect(Collectors.joining("\n")));
    }

    static String around(Section section, String text) {
        String safe = STRAY.matcher(text).replaceAll("$1\\\\");
        return "<!-- begin %s %s -->\n\n%s\n\n<!-- end %s -->"
                .formatted(section.word(), fingerprint(safe), safe, section.word());
    }

    /** Of what a reader sees: spaces at the ends of lines, and which line ends they are, do not matter. */
    static String fingerprint(String text) {
        return Hash.of(text.strip().replaceAll("[ \\t]*\\R", "\n")).substring(0, 12);
    }
}
