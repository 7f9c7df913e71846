package dev.muster.desk;

/** What is done once and no more, whichever of several processes does it. */
public interface Once {

    /**
     * Takes it in hand, unless it is done or another has it. Whoever dies with it in hand leaves it to others after some
     * minutes.
     *
     * @return whether it is the caller's now
     */
    boolean take(String name);

    /** It could not be done; whoever comes next may try. */
    void free(String name);

    /** It is done, for ever. */
    void done(String name);
}
