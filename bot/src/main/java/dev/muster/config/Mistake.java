package dev.muster.config;

/** A mistake in a file or a variable that a person wrote: where it is, what is wrong and what to do, in one line. */
public final class Mistake extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Place place;
    private final String what;

    public Mistake(Place place, String what) {
        super(place + ": " + what);
        this.place = place;
        this.what = what;
    }

    /** A mistake where there are no lines, such as in a variable. */
    public Mistake(String where, String what) {
        this(Place.of(where), what);
    }

    public Place place() {
        return place;
    }

    /** What is wrong, without where. */
    public String what() {
        return what;
    }
}
