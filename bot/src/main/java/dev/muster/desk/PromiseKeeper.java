package dev.muster.desk;

import dev.muster.desk.Chat.NotEver;
import dev.muster.desk.Chat.NotNow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps promises: takes what is due, does it, and comes back later to what could not be done. */
public final class PromiseKeeper {

    /** How many promises are worked on at once. */
    public static final int HANDS = 8;

    private static final Logger log = LoggerFactory.getLogger(PromiseKeeper.class);
    /** How long a process may stand still before another does its work; three renewals may fail before. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration STEP = Duration.ofSeconds(2);

    /** So much may have become due since the last look. */
    private static final Duration BEAT = Duration.ofSeconds(10);

    private static final int RENEWALS = 4;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final int GIVE_UP_AFTER = 20;

    private final Promises promises;
    private final Chores chores;
    private final InstantSource clock;
    private final Executor hands;
    private final Runnable wake;
    private final Duration lease;
    private final Map<String, Hold> inHand = new ConcurrentHashMap<>();
    private Instant last = Instant.EPOCH;
    private final Semaphore free = new Semaphore(HANDS);

    /** What is being worked on, and until when it is ours by our own clock. */
    private static final class Hold {
        private final Claim claim;
        private volatile Instant until;
        private volatile Instant renewed;

        Hold(Claim claim, Instant now, Duration lease) {
            this.claim = claim;
            this.renewed = now;
            this.until = now.plus(lease);
        }
    }

    /**
     * @param lease {@link #LEASE}, by the clock
     * @param hands does the work, at most {@link #HANDS} pieces at once
     * @param wake asks for {@link #keepDue} to be called again soon
     */
    public PromiseKeeper(
            Promises promises, Chores chores, InstantSource clock, Duration lease, Executor hands, Runnable wake) {
        this.lease = lease;
        this.promises = promises;
        this.chores = chores;
        this.clock = clock;
        this.hands = hands;
        this.wake = wake;
    }

    /** Takes in hand what is due now, and says how many that was. To be called every few seconds in any case, by one thread. */
    public int keepDue() {
        mindTheClock();
        inHand.values().forEach(this::renew);
        int most = free.availablePermits();
        Instant asked = clock.instant();
        List<Claim> claims = most == 0 ? List.of() : promises.claim(asked, lease, most, Set.copyOf(inHand.keySet()));
        claims.forEach(claim -> takeInHand(claim, asked));
        return claims.size();
    }

    /** A clock that is set back makes nobody wait until it has caught up. */
    private void mindTheClock() {
        Instant now = clock.instant();
        if (now.isBefore(last.minus(STEP))) {
            log.warn("the clock was set back by {}", Duration.between(now, last));
            promises.clockWentBack(now, last.plus(BEAT));
        }
        last = now;
    }

    /** What takes long stays ours as long as this process is alive; what another has taken is lost. */
    private void renew(Hold hold) {
        Instant now = clock.instant();
        if (Duration.between(hold.renewed, now).abs().compareTo(lease.dividedBy(RENEWALS)) >= 0) {
            hold.renewed = now;
            hold.until = promises.extend(hold.claim, now.plus(lease)) ? now.plus(lease) : Instant.EPOCH;
        }
    }

    private boolean isHeld(Hold hold) {
        return clock.instant().isBefore(hold.until.minus(lease.dividedBy(RENEWALS)));
    }

    /** @param asked from then on it is ours: the answer may have been long on its way, and others do not wait for that */
    private void takeInHand(Claim claim, Instant asked) {
        free.acquireUninterruptibly();
        Hold hold = new Hold(claim, asked, lease);
        inHand.put(claim.promise().name(), hold);
        hands.execute(() -> {
            try {
                Lease.during(() -> isHeld(hold), () -> keep(claim));
            } finally {
                inHand.remove(claim.promise().name());
                free.release();
                wake.run();
            }
        });
    }

    private void keep(Claim claim) {
        try {
            chores.perform(claim);
            promises.kept(claim);
        } catch (NotNow trouble) {
            postpone(claim, trouble);
        } catch (NotEver trouble) {
            log.warn("{} given up: {}", claim.key(), trouble.getMessage());
            promises.giveUp(claim, String.valueOf(trouble.getMessage()));
            chores.gaveUp(claim, String.valueOf(trouble.getMessage()));
        } catch (RuntimeException bug) {
            log.error("{} failed", claim.key(), bug);
            retry(claim, bug);
        }
    }

    private void postpone(Claim claim, NotNow trouble) {
        Duration wait = trouble.pause().isZero() ? backOff(claim.attempts()) : trouble.pause();
        Instant next = clock.instant().plus(wait);
        log.debug("{} waits until {}: {}", claim.key(), next, trouble.getMessage());
        if (trouble.wasTried()) {
            promises.later(claim, next, String.valueOf(trouble.getMessage()));
        } else {
            promises.untried(claim, next, String.valueOf(trouble.getMessage()));
        }
    }

    private void retry(Claim claim, RuntimeException bug) {
        if (claim.attempts() >= GIVE_UP_AFTER) {
            promises.giveUp(claim, bug.toString());
        } else {
            promises.later(claim, clock.instant().plus(backOff(claim.attempts())), bug.toString());
        }
    }

    private static Duration backOff(int attempts) {
        Duration wait = Duration.ofMillis(500L << Math.min(attempts - 1, 8));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
