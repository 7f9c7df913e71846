package dev.muster.review;

import dev.muster.incident.Guess;
import dev.muster.incident.IncidentId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/**
 * A paper that came back: which version went out, and what somebody has changed in it since.
 *
 * @param texts what is changed, by section; empty for a section whose words were taken out
 */
public record Edited(IncidentId incident, int version, Map<Section, String> texts) {

    private static final String OUTSIDE =
            "what stands outside of the sections was changed (headings, words between them), and would be lost. Nothing was saved. Put words between the marks of a section; headings belong to the template.";

    public Edited {
        texts = texts.isEmpty() ? Map.of() : Map.copyOf(texts);
    }

    /**
     * Reads it.
     *
     * @throws Misfit for the first thing that keeps it from being understood, or would be lost
     */
    public static Edited read(String file) {
        return new Reader(file.split("\\R", -1)).read();
    }

    /** Goes through the lines once. */
    private static final class Reader {

        private final String[] lines;
        private final List<String> outside = new ArrayList<>();
        private final Map<Section, String> texts = new EnumMap<>(Section.class);
        private final Map<Section, Integer> began = new EnumMap<>(Section.class);
        private Optional<Open> open = Optional.empty();

        /** A section whose end has not come yet. */
        private record Open(Section section, String fingerprint, int line, List<String> lines) {}

        Reader(String[] lines) {
            this.lines = lines;
        }

        Edited read() {
            Matcher head = head();
            for (int index = 1; index < lines.length; index++) {
                take(lines[index], index + 1);
            }
            open.ifPresent(section -> {
                throw new Misfit(section.line(), unended(section.section()));
            });
            if (!Marks.around(outside.stream()).equals(head.group("outside"))) {
                throw new Misfit(stray(), OUTSIDE);
            }
            return new Edited(
                    IncidentId.find(head.group("incident")).orElseThrow(),
                    Integer.parseInt(head.group("version")),
                    texts);
        }

        private Matcher head() {
            Matcher head = Marks.HEAD.matcher(lines[0].strip());
            if (!head.matches()) {
                throw new Misfit(
                        1,
                        "this line must be the mark that `muster postmortem` writes first, <!-- muster INC-1 version … -->; without it nobody knows what was edited. Nothing was saved. Export the post-mortem again, and edit that file.");
            }
            return head;
        }

        private void take(String line, int number) {
            String mark = line.strip();
            Matcher begin = Marks.BEGIN.matcher(mark);
            Matcher end = Marks.END.matcher(mark);
            if (begin.matches()) {
                begin(begin, number);
            } else if (end.matches()) {
                end(section(end.group(1), number), number);
            } else if (Marks.ANY.matcher(mark).matches()) {
                throw new Misfit(
                        number,
                        "this mark cannot be read. Nothing was saved. Put back what the export wrote here, e.g. <!-- end causes -->.");
            } else {
                open.map(Open::lines).orElse(outside).add(line);
            }
        }

        private void begin(Matcher mark, int number) {
            Section section = section(mark.group(1), number);
            open.ifPresent(before -> {
                throw new Misfit(before.line(), unended(before.section()));
            });
            if (began.putIfAbsent(section, number) != null) {
                throw new Misfit(
                        number,
                        "%s begins a second time; the first is in line %d. Nothing was saved. Make them one."
                                .formatted(section.title(), began.get(section)));
            }
            open = Optional.of(new Open(section, mark.group(2), number, new ArrayList<>()));
        }

        private void end(Section section, int number) {
            Open closing = open.filter(before -> before.section() == section)
                    .orElseThrow(() -> new Misfit(
                            number,
                            "%s ends here and has not begun. Nothing was saved. Put back its line <!-- begin %s … -->."
                                    .formatted(section.title(), section.word())));
            open = Optional.empty();
            String text = String.join("\n", closing.lines());
            if (!Marks.fingerprint(text).equals(closing.fingerprint())) {
                texts.put(section, own(text, requireWritten(section, closing.line())));
            }
        }

        private static Section requireWritten(Section section, int line) {
            if (!section.isWritten()) {
                throw new Misfit(
                        line,
                        "%s is taken from the record, so it cannot be edited. Nothing was saved. Correct the record in Slack (`/incident time`, `action`, `note`, `link`), and put back here what the export wrote."
                                .formatted(section.title()));
            }
            return section;
        }

        /** Without the lines in which we ask. */
        private static String own(String text, Section section) {
            return text.lines()
                    .filter(line -> !line.startsWith(Document.UNSAID))
                    .map(line -> line.replace(Document.UNWRITTEN + " " + section.asked(), "")
                            .replace(Document.UNWRITTEN, ""))
                    .collect(Collectors.joining("\n"))
                    .strip();
        }

        private static Section section(String word, int line) {
            List<String> known =
                    Arrays.stream(Section.values()).map(Section::word).toList();
            return Section.find(word)
                    .filter(section -> section.word().equals(word))
                    .orElseThrow(() -> new Misfit(
                            line,
                            "there is no section \"%s\".%s Nothing was saved."
                                    .formatted(word, Guess.sentence(word, known))));
        }

        private static String unended(Section section) {
            return "%s begins here and does not end. Nothing was saved. Put back its line <!-- end %s -->."
                    .formatted(section.title(), section.word());
        }

        /** The first line that looks like somebody's words; the head where none does. */
        private int stray() {
            Optional<String> words = outside.stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("*"))
                    .findFirst();
            return words.map(line -> Arrays.asList(lines).indexOf(line) + 1).orElse(1);
        }
    }
}
