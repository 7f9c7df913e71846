package dev.muster.desk;

import dev.muster.desk.Chat.NotNow;

/** What is done once and no more, whichever of several processes does it. */
public interface Once {

    /**
     * Takes it in hand, unless it is done or another has it. Whoever dies with it in hand leaves it to others after some
     * minutes.
     *
     * @return whether it is the caller's now
     */
    boolean take(String name);

    /**
     * Does it, unless it is done or another does it. What can be tried again is left to whoever comes next.
     *
     * @throws NotNow if the deed does
     */
    default void perform(String name, Runnable deed) {
        if (!take(name)) {
            return;
        }
        try {
            deed.run();
        } catch (NotNow later) {
            free(name);
            throw later;
        }
        done(name);
    }

    /** It could not be done; whoever comes next may try. */
    void free(String name);

    /** It is done, for ever. */
    void done(String name);
}
