package dev.muster.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The five whys (seed 000, "5 Whys"): a chain of answers for each thing that is asked about, as there is seldom a single cause. In
 * Markdown: what is asked about in bold on a line, and its answers numbered below it.
 */
public final class Whys {

    /** How many are asked for; fewer may do. */
    public static final int MOST = 5;

    private static final Pattern HEAD = Pattern.compile("\\*\\*(.+?)\\*\\*");
    private static final Pattern ANSWER = Pattern.compile("[0-9]+\\. (?:Why(?: that)?\\? )?(.+)");

    private Whys() {}

    /** What is asked about, and each answer to why that was so. */
    public record Branch(String about, List<String> answers) {

        public Branch {
            about = onOneLine(about.replace("**", ""));
            answers = answers.stream()
                    .map(Branch::onOneLine)
                    .filter(answer -> !answer.isEmpty())
                    .toList();
        }

        private static String onOneLine(String words) {
            return words.replaceAll("[\\p{Z}\\p{Cc}]+", " ").strip();
        }

        private boolean isAbout(String other) {
            return about.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
        }

        private List<String> lines() {
            List<String> lines = new ArrayList<>(List.of("**" + about + "**"));
            IntStream.range(0, answers.size())
                    .mapToObj(index ->
                            "%d. %s %s".formatted(index + 1, index == 0 ? "Why?" : "Why that?", answers.get(index)))
                    .forEach(lines::add);
            return lines;
        }
    }

    /** The branches in a text; what somebody wrote in another way is none. */
    public static List<Branch> branches(String text) {
        List<Branch> branches = new ArrayList<>();
        for (List<String> block : blocks(text)) {
            about(block).ifPresent(about -> branches.add(new Branch(about, answers(block))));
        }
        return branches;
    }

    /** The text with a branch in the place of the one about the same, or at its end. All else stays as it is. */
    public static String with(String text, Branch branch) {
        List<List<String>> blocks = new ArrayList<>(blocks(text));
        int place = IntStream.range(0, blocks.size())
                .filter(index ->
                        about(blocks.get(index)).filter(branch::isAbout).isPresent())
                .findFirst()
                .orElse(blocks.size());
        List<String> lines = new ArrayList<>(branch.lines());
        if (place < blocks.size()) {
            lines.addAll(others(blocks.remove(place)));
        }
        blocks.add(place, lines);
        return blocks.stream()
                .map(block -> String.join("\n", block).strip())
                .filter(block -> !block.isEmpty())
                .reduce((one, other) -> one + "\n\n" + other)
                .orElse("");
    }

    /** What stands below a branch and is no answer. */
    private static List<String> others(List<String> block) {
        return block.stream()
                .skip(1)
                .filter(line -> !ANSWER.matcher(line.strip()).matches())
                .toList();
    }

    /** Each begins with what is asked about; the first may be anything. */
    private static List<List<String>> blocks(String text) {
        List<List<String>> blocks = new ArrayList<>();
        for (String line : text.strip().split("\\R", -1)) {
            if (blocks.isEmpty() || HEAD.matcher(line.strip()).matches()) {
                blocks.add(new ArrayList<>());
            }
            blocks.get(blocks.size() - 1).add(line);
        }
        return blocks;
    }

    private static Optional<String> about(List<String> block) {
        Matcher head = HEAD.matcher(block.get(0).strip());
        return head.matches() ? Optional.of(head.group(1).strip()) : Optional.empty();
    }

    private static List<String> answers(List<String> block) {
        return block.stream()
                .map(line -> ANSWER.matcher(line.strip()))
                .filter(Matcher::matches)
                .map(answer -> answer.group(1))
                .toList();
    }
}
