package dev.muster.desk;

/** Nothing of what was asked was kept, because nothing can be kept at the moment. What can be said of it is the message. */
public final class Unwritten extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param why for people: what is wrong with the store, as a sentence */
    public Unwritten(String why, Throwable cause) {
        super(why, cause);
    }
}
