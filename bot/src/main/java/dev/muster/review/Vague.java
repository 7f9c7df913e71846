package dev.muster.review;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Words of an action item by which nobody can tell whether it is done. Whoever wrote them is asked back, kindly, and is
 * never kept from it. The practice is the seeds': actions that are specific, owned and can be verified (seeds 000 and 004).
 */
public final class Vague {

    /** Who names a value, a name or an address has said enough. */
    private static final Pattern EXACT = Pattern.compile("[0-9`“”\"=<>%]|https?://");

    private static final List<Doubt> DOUBTS = List.of(
            doubt(
                    "be (more )?careful|pay (more )?attention|remind (people|everyone|everybody|the team)|train(ing)?|educate",
                    "People will take as much care as today. What in the system would make the slip impossible, or harmless?"),
            doubt(
                    "monitor(s|ing)?|alert(s|ing)?|alarms?|observability|dashboards?",
                    "Which signal is it, from which value on, and who is told?"),
            doubt(
                    "investigate|look (in)?to|look at|research|explore|analy[sz]e|think about|consider|discuss|evaluate",
                    "What is to be known or decided at the end, and where will it stand?"),
            doubt("document(ation)?|runbooks?|playbooks?|wiki", "Which one is it, and who tries it out without help?"),
            doubt(
                    "improve|better|enhance|optimi[sz]e|strengthen|harden|more robust|clean ?up|refactor",
                    "What will be different, and which value or limit shows it?"),
            doubt(
                    "(fix|address|handle|solve|resolve) (it|this|that|the (issue|problem|bug|root cause))",
                    "Which one is it, and how will somebody see that it is gone?"));

    private static final Doubt SHORT =
            doubt("^\\W*(\\w+\\W*){1,2}$", "What exactly is to be done, where, and to what end?");

    private Vague() {}

    /** Words that say little, and what to ask about them. */
    private record Doubt(Pattern words, String question) {}

    private static Doubt doubt(String words, String question) {
        String bounded = words.startsWith("^") ? words : "\\b(" + words + ")\\b";
        return new Doubt(Pattern.compile(bounded, Pattern.CASE_INSENSITIVE), question);
    }

    /** What its author is asked; empty where it can be told from the words whether it is done. English only. */
    public static Optional<String> question(String text) {
        if (EXACT.matcher(text).find()) {
            return Optional.empty();
        }
        return DOUBTS.stream()
                .filter(doubt -> doubt.words().matcher(text).find())
                .findFirst()
                .or(() -> SHORT.words().matcher(text).matches() ? Optional.of(SHORT) : Optional.empty())
                .map(Doubt::question);
    }
}
