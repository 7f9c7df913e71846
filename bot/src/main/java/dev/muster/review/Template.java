package dev.muster.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which sections a paper has, in which order and under which headings: Markdown with {@code {{impact}}} where a section
 * goes. There is nothing in it that could run.
 *
 * @param name by which the settings choose it
 */
public record Template(String name, String text) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{ *([^{}\\s]*) *\\}\\}");
    private static final List<String> FACTS = List.of("incident", "title", "severity", "standing", "zone");

    /** @throws Misfit for the first thing in it that is wrong */
    public Template {
        Set<Section> seen = EnumSet.noneOf(Section.class);
        String[] lines = text.split("\\R");
        for (int index = 0; index < lines.length; index++) {
            check(lines[index], index + 1, seen);
        }
        if (!seen.contains(Section.CAUSES)) {
            throw new Misfit(
                    lines.length,
                    "it has no {{causes}}, without which nothing is published. Give them a line of their own.");
        }
    }

    private static void check(String line, int number, Set<Section> seen) {
        Matcher matcher = PLACE.matcher(line);
        while (matcher.find()) {
            String word = matcher.group(1);
            Section.find(word)
                    .filter(section -> section.word().equals(word))
                    .ifPresentOrElse(
                            section -> {
                                if (!seen.add(section)) {
                                    throw new Misfit(number, "{{%s}} stands in it twice. Leave one.".formatted(word));
                                }
                                if (!line.strip().equals(matcher.group())) {
                                    throw new Misfit(
                                            number,
                                            "{{%s}} is a whole section. Give it a line of its own.".formatted(word));
                                }
                            },
                            () -> requireFact(word, number));
        }
    }

    private static void requireFact(String word, int line) {
        if (!FACTS.contains(word)) {
            throw new Misfit(line, "there is no {{%s}}. There are: %s".formatted(word, known()));
        }
    }

    private static String known() {
        List<String> words = new ArrayList<>(
                Arrays.stream(Section.values()).map(Section::word).toList());
        words.addAll(FACTS);
        return String.join(", ", words) + ".";
    }

    /** The sections that it shows, in its order. */
    public List<Section> sections() {
        return PLACE.matcher(text)
                .results()
                .flatMap(found -> Section.find(found.group(1)).stream())
                .toList();
    }

    /** Everything filled in once; what is filled in is not looked at again. */
    String filled(Function<String, String> fact, Function<Section, String> section) {
        return PLACE.matcher(text).replaceAll(found -> {
            String word = found.group(1);
            return Matcher.quoteReplacement(
                    FACTS.contains(word)
                            ? fact.apply(word)
                            : section.apply(Section.find(word).orElseThrow()));
        });
    }
}
