package dev.muster.workspace;

import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.push.EventQueue;
import java.time.Duration;
import java.util.function.Supplier;

/** Does something as somebody and waits until the bot was told; what is refused throws. */
final class Doing {
    static final Duration LONGEST = Duration.ofSeconds(60);
    private final EventQueue events;
    private final String who;

    Doing(EventQueue events, String who) {
        this.events = events;
        this.who = who;
    }

    <T> T did(Supplier<T> deed) {
        try {
            return deed.get();
        } catch (Refusal no) {
            throw new IllegalStateException(who + " was refused: " + no.error(), no);
        } finally {
            events.awaitTried(LONGEST);
        }
    }

    void does(Runnable deed) {
        did(() -> {
            deed.run();
            return true;
        });
    }

    Answer answered(Supplier<Answer> deed) {
        try {
            return deed.get();
        } finally {
            events.awaitTried(LONGEST);
        }
    }
}
