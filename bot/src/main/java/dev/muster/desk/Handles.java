package dev.muster.desk;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People called by their handles in words that a team wrote beforehand, where Slack would have put their ids. */
public final class Handles {

    private static final Pattern HANDLE = Pattern.compile("(?<![\\w@])@([\\w][\\w.-]*)");

    private Handles() {}

    /**
     * The words with a mention for each handle.
     *
     * @param unknown what stands for one that nobody goes by, given with its {@code @}; may throw
     */
    public static String called(String words, People people, UnaryOperator<String> unknown) {
        return HANDLE.matcher(words)
                .replaceAll(found -> Matcher.quoteReplacement(people.findByHandle(found.group(1))
                        .map(person -> Markup.mention(person.id()))
                        .orElseGet(() -> unknown.apply(found.group()))));
    }
}
