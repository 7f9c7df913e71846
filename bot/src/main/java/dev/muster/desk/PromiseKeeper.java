package dev.muster.desk;

import dev.muster.desk.Chat.NotEver;
import dev.muster.desk.Chat.NotNow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps promises: takes what is due, does it, and comes back later to what could not be done. */
public final class PromiseKeeper {

    /** How many promises are worked on at once. */
    public static final int HANDS = 8;

    private static final Logger log = LoggerFactory.getLogger(PromiseKeeper.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final int GIVE_UP_AFTER = 20;

    private final Promises promises;
    private final Chores chores;
    private final InstantSource clock;
    private final Executor hands;
    private final Runnable wake;
    private final Semaphore free = new Semaphore(HANDS);

    /**
     * @param hands does the work, at most {@link #HANDS} pieces at once
     * @param wake asks for {@link #keepDue} to be called again soon
     */
    public PromiseKeeper(Promises promises, Chores chores, InstantSource clock, Executor hands, Runnable wake) {
        this.promises = promises;
        this.chores = chores;
        this.clock = clock;
        this.hands = hands;
        this.wake = wake;
    }

    /** Takes in hand what is due now, and says how many that was. */
    public int keepDue() {
        int most = free.availablePermits();
        List<Claim> claims = most == 0 ? List.of() : promises.claim(clock.instant(), LEASE, most);
        claims.forEach(this::takeInHand);
        return claims.size();
    }

    private void takeInHand(Claim claim) {
        free.acquireUninterruptibly();
        hands.execute(() -> {
            try {
                keep(claim);
            } finally {
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
        boolean said = trouble.waitSeconds() > 0;
        Duration wait = said ? Duration.ofSeconds(trouble.waitSeconds()) : backOff(claim.attempts());
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
