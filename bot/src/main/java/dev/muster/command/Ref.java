package dev.muster.command;

import dev.muster.incident.ChannelId;
import dev.muster.incident.MessageRef;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message that somebody pointed at, as a word: {@code ref:C0123/1700000000.000100}. */
final class Ref {

    /** For taking it out of a sentence. */
    static final String PATTERN = "^(ref:[A-Z0-9]+/[0-9.]+)";

    private static final Pattern WORD = Pattern.compile("ref:([A-Z0-9]+)/([0-9]+\\.[0-9]+)");

    private Ref() {}

    static Optional<MessageRef> find(String word) {
        Matcher matcher = WORD.matcher(word);
        return matcher.matches()
                ? Optional.of(new MessageRef(new ChannelId(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }
}
