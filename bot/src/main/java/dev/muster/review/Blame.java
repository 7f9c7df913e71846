package dev.muster.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds words that put blame on people, and asks about the system instead: "Human error is a symptom, not the cause" (the
 * seeds; S. Dekker, "The Field Guide to Understanding 'Human Error'"). It advises and never blocks: an author may have a
 * reason.
 */
public final class Blame {

    private static final String ANYBODY = "he|she|they|you|i|we|somebody|someone|(?:the|an?|our) "
            + "(?:on-?call(?: engineer)?|engineers?|developers?|admins?|operators?|teams?|users?|managers?|leads?|commander)";

    private static final List<Rule> RULES = List.of(
            new Rule(
                    "human error|operator error|user error|pilot error",
                    "What made it the easy thing to do, and what let it through?"),
            new Rule(
                    "careless(?:ly|ness)?|negligen(?:t|ce|tly)|sloppy|sloppily|lazy|laziness|stupid(?:ly|ity)?|incompeten(?:t|ce)|reckless(?:ly)?",
                    "What made it look reasonable at the time?"),
            new Rule(
                    "should(?:n't| not)? have(?: \\w+)?|could have (?:easily|simply)|ought to have",
                    "What was known at that moment, and what would have made the better way the easier one?"),
            new Rule(
                    "(?:at|whose|\\w+'s) fault|to blame|(?<!nobody is )(?<!no one is )(?<!not )blame[sd]? (?!culture|free|less)\\w+|guilty|culprit",
                    "Which condition of the system allowed it?"),
            new Rule(
                    "did(?:n't| not) (?:bother|care|pay attention)|paid no attention|ignored (?:the|an|all|our|every)\\b(?: \\w+)?",
                    "What else asked for attention then, and how would the signal have stood out?"));

    private static final String FAILED =
            " (?:failed|forgot|neglected|omitted|refused|broke|messed|screwed|mistakenly|wrongly|accidentally)(?: \\w+)?";
    private static final String FAILED_QUESTION =
            "What in the tools or the procedure let that happen, and would it stop the next person?";

    /** What is looked for, and what is asked then. */
    private record Rule(Pattern pattern, String question) {
        Rule(String words, String question) {
            this(
                    Pattern.compile(
                            "(?<!\\w)(?:" + words + ")(?!\\w)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                    question);
        }
    }

    /**
     * A place to think about.
     *
     * @param from where the words begin, counted in chars
     * @param question what to ask instead; never a verdict
     */
    public record Finding(int from, String words, String question) {}

    private Blame() {}

    /**
     * Reads a text.
     *
     * @param people names of those who were there: that a system failed is a fact, that a person did is a verdict
     * @return in the order of the text
     */
    public static List<Finding> in(String text, Collection<String> people) {
        List<Rule> rules = new ArrayList<>(RULES);
        rules.add(new Rule("(?:" + subjects(people) + ")" + FAILED, FAILED_QUESTION));
        List<Finding> found = new ArrayList<>();
        for (Rule rule : rules) {
            Matcher matcher = rule.pattern().matcher(text);
            while (matcher.find()) {
                found.add(new Finding(matcher.start(), matcher.group(), rule.question()));
            }
        }
        found.sort(Comparator.comparingInt(Finding::from));
        return found;
    }

    private static String subjects(Collection<String> people) {
        String names = people.stream()
                .filter(name -> !name.isBlank())
                .map(name -> "@?" + Pattern.quote(name.strip()))
                .collect(Collectors.joining("|"));
        return names.isEmpty() ? ANYBODY : ANYBODY + "|" + names;
    }
}
