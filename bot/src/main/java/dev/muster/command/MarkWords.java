package dev.muster.command;

import dev.muster.incident.Cause;
import dev.muster.incident.Guess;
import dev.muster.incident.Refusal;
import dev.muster.incident.Words;
import dev.muster.insight.Mark;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words by which a search is narrowed to incidents of a service, a cause or a tag. */
final class MarkWords {

    private static final String SERVICE = "service";
    private static final String CAUSE = "cause";
    private static final String TAG = "tag";

    private MarkWords() {}

    static Phrase take(Phrase words) {
        return words.taking(SERVICE, "service:(\"[^\"]+\"|\\S+)")
                .taking(CAUSE, "cause:(\\S+)")
                .taking(TAG, "tag:(\\S+)");
    }

    /** @throws Refusal if there is no such cause */
    static List<Mark> of(Request request) {
        return Stream.of(
                        request.find(SERVICE).map(name -> Mark.service(name.replace("\"", ""))),
                        request.find(CAUSE).map(MarkWords::cause),
                        request.find(TAG).map(Mark::tag))
                .flatMap(Optional::stream)
                .toList();
    }

    /** All of it as it was answered; empty if it was not asked for. */
    static String asked(Request request) {
        return Stream.of(SERVICE, CAUSE, TAG)
                .flatMap(name -> request.find(name).stream())
                .collect(Collectors.joining());
    }

    /** As somebody would type it, with a space behind each. */
    static String again(List<Mark> marks) {
        return marks.stream().map(MarkWords::again).collect(Collectors.joining());
    }

    private static String again(Mark mark) {
        String word = mark.kind() == Mark.Kind.SERVICE ? "\"" + mark.word() + "\"" : mark.word();
        return mark.kind().word() + ":" + word + " ";
    }

    private static Mark cause(String word) {
        return Cause.find(word)
                .map(cause -> Mark.cause(cause.word()))
                .orElseThrow(() -> new Refusal("`%s` is no cause that is counted.%s Causes: %s."
                        .formatted(
                                Words.again(word),
                                Guess.sentence(word, Cause.words()),
                                String.join(", ", Cause.words()))));
    }
}
