package dev.muster.runbook.lint;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.muster.config.Place;
import dev.muster.secrets.Masked;
import dev.muster.secrets.Secrets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What may not stand in any text: words that leave one guessing, what is gone, secrets. */
final class WordCheck implements Check {

    private static final Pattern VAGUE = Pattern.compile(
            "(?i)\\b(if necessary|if needed|as needed|as necessary|as required|if appropriate|as appropriate"
                    + "|appropriately|properly|somehow|a while|as soon as possible|asap|etc\\b|and so on|should work"
                    + "|should be fine|try to fix|the usual steps|contact the team|tbd|todo|fixme)\\b?");

    private final Optional<Pattern> retired;
    private final Secrets secrets;

    WordCheck(Set<String> retired, Secrets secrets) {
        this.secrets = secrets;
        this.retired = retired.isEmpty() ? Optional.empty() : Optional.of(anyOf(retired));
    }

    @Override
    public void look(Examined at) {
        at.eachText((text, pointer) -> {
            if (pointer.matches("/steps/.*/(title|text|expect|roll_back|message|answer)")) {
                each(
                        VAGUE,
                        text,
                        word -> at.found(
                                Rule.VAGUE_WORDS,
                                pointer,
                                "\"" + word + "\" leaves open what is meant. Say it exactly."));
            }
            if (!pointer.startsWith("/lint/")) {
                retired.ifPresent(gone -> each(
                        gone,
                        text,
                        name -> at.found(
                                Rule.RETIRED, pointer, "\"" + name + "\" is retired. Name what took its place.")));
            }
        });
    }

    /** A secret anywhere in a file, in a comment, too. What it is is not repeated. */
    Optional<Finding> secret(String file, String text) {
        Masked masked = secrets.mask(text);
        if (masked.rules().isEmpty()) {
            return Optional.empty();
        }
        int at = firstDifference(text, masked.text());
        String before = text.substring(0, at);
        int line = (int) before.chars().filter(each -> each == '\n').count() + 1;
        Place place = new Place(file, line, at - before.lastIndexOf('\n'));
        return Optional.of(new Finding(
                place,
                Rule.SECRET,
                "a secret stands here (" + String.join(", ", masked.rules()) + "). Take it out, and replace it."));
    }

    private static void each(Pattern pattern, String text, Consumer<String> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.accept(matcher.group(1));
        }
    }

    private static Pattern anyOf(Set<String> names) {
        List<String> quoted = names.stream().map(Pattern::quote).sorted().toList();
        return Pattern.compile(
                "(?i)(?:^|[^\\w.-])(" + quoted.stream().collect(Collectors.joining("|")) + ")(?:$|[^\\w-])");
    }

    private static int firstDifference(String one, String other) {
        int index = 0;
        while (index < Math.min(one.length(), other.length()) && one.charAt(index) == other.charAt(index)) {
            index++;
        }
        return index;
    }
}
