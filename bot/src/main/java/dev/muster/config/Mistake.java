package dev.muster.config;

/** A mistake in a file or a variable that a person wrote: where it is, what is wrong and what to do, in one line. */
public final class Mistake extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Mistake(String where, String what) {
        super(where + ": " + what);
    }
}
