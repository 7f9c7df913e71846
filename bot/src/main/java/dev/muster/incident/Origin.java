package dev.muster.incident;

import java.util.Optional;

/**
 * Where a line of the timeline comes from.
 *
 * @param source the fact's own key, unique in its incident, so that a fact that arrives twice is written once
 * @param message the Slack message that it is about
 * @param threadTs the thread that the message belongs to
 */
public record Origin(Optional<String> source, Optional<MessageRef> message, Optional<String> threadTs) {

    public static final Origin NONE = new Origin(Optional.empty(), Optional.empty(), Optional.empty());

    public static Origin of(String source) {
        return new Origin(Optional.of(source), Optional.empty(), Optional.empty());
    }
}
