package dev.muster.incident;

/**
 * How well the rhythm of updates was kept. One that was put off counts by its new time.
 *
 * @param owed how many updates were given in time, or fell due without being given
 * @param late how many of them fell due without being given
 */
public record Cadence(long owed, long late) {

    public static final Cadence NONE = new Cadence(0, 0);

    /** One was given after so many had fallen due; after none, it came in time. */
    Cadence given(long missed) {
        return new Cadence(owed + Math.max(1, missed), late + missed);
    }

    /** No more are owed; so many had fallen due. */
    Cadence ended(long missed) {
        return new Cadence(owed + missed, late + missed);
    }

    public Cadence and(Cadence other) {
        return new Cadence(owed + other.owed, late + other.late);
    }
}
