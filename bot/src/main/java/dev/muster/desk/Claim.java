package dev.muster.desk;

import dev.muster.incident.Promise;
import java.time.Instant;

/**
 * A promise that one worker has taken for a while.
 *
 * @param token tells this claim from every other, so that a worker that was frozen cannot undo another's work
 * @param generation how often it has been promised; a promise renewed meanwhile is not done
 * @param attempts how often it has been taken, this time included
 */
public record Claim(Promise promise, String token, long generation, int attempts) {

    /** What goes into a message's metadata, so that it can be found again: one for each occurrence. */
    public String key() {
        Promise kept = promise;
        return String.join("/", kept.incident().toString(), kept.chore().name(), kept.subject(), dueMillis(kept.due()));
    }

    /** Whether an earlier attempt may have done it without being able to say so. */
    public boolean isRetry() {
        return attempts > 1;
    }

    private static String dueMillis(Instant due) {
        return String.valueOf(due.toEpochMilli());
    }
}
