package dev.muster.desk;

import dev.muster.incident.Chore;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What has been promised and not yet kept. A row decides who acts; two processes never hold one promise. */
public interface Promises {

    /** Takes what is due, at most one promise a lane and always its first, for as long as the lease. */
    default List<Claim> claim(Instant now, Duration lease, int most) {
        return claim(now, lease, most, Set.of());
    }

    /**
     * The same, without those that the caller has in hand still, whatever the clock says.
     *
     * @param mine the names of those promises
     */
    List<Claim> claim(Instant now, Duration lease, int most, Set<String> mine);

    /** Holds a claim for longer; false if it is another's by now. */
    boolean extend(Claim claim, Instant until);

    /** It was kept: forgets it, unless it was promised again meanwhile. */
    void kept(Claim claim);

    /** It could not be kept now; until {@code next} its lane waits. */
    void later(Claim claim, Instant next, String why);

    /** Nothing was even tried: as {@link #later}, and this attempt does not count. */
    void untried(Claim claim, Instant next, String why);

    /** It can never be kept: it leaves its lane and stays on a list for people to see. */
    void giveUp(Claim claim, String why);

    /** What is due for a chore in one lane until a moment, that included, and was never taken in hand. */
    List<Promise> fresh(String lane, Chore chore, Instant until);

    /** When the next promise becomes due that is not due yet; empty if there is none. */
    Optional<Instant> nextDue(Instant now);

    /**
     * The clock was set back: what was due already, by this clock or by one before it, and waits for a moment by the clock as
     * it was, waits no longer.
     *
     * @param was what the clock said last before it was set
     */
    void clockWentBack(Instant now, Instant was);

    /** Frees what a process that is gone had taken. Only for a database that has a single process. */
    void freeAll();

    /** How many wait although they are due, and how many were given up. */
    Backlog backlog(Instant now);

    /** What was given up, of all incidents, the latest first; at most so many. */
    List<GivenUp> givenUp(int most);

    /** Tries what was given up once more, for these incidents; how many promises that is. */
    int tryAgain(Collection<IncidentId> incidents, Instant now);

    /** A promise that cannot be kept, and why. */
    record GivenUp(Promise promise, String why) {}

    /** What stands out. */
    record Backlog(long overdue, long givenUp) {}
}
