package dev.muster.review;

/** Something wrong in a template or a paper that a person wrote: what, on which line, and what to do. */
public final class Misfit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    Misfit(int line, String what) {
        super(what);
        this.line = line;
    }

    /** Where it is, counted from 1. */
    public int line() {
        return line;
    }

    public String what() {
        return String.valueOf(getMessage());
    }
}
