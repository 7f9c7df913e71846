package dev.muster.desk;

import dev.muster.desk.Chat.NotNow;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Whether the thread may still do what it has claimed. A process that was frozen, or cut off from its database, has lost
 * its claims to another one, and must notice before it says anything to anybody.
 */
public final class Lease {

    private static final ThreadLocal<BooleanSupplier> HELD = ThreadLocal.withInitial(() -> () -> true);

    private Lease() {}

    /** Does the work under a claim. */
    public static void during(BooleanSupplier isHeld, Runnable work) {
        HELD.set(isHeld);
        try {
            work.run();
        } finally {
            HELD.remove();
        }
    }

    /**
     * To be called right before anything is sent. Whoever works under no claim may always go on.
     *
     * @throws NotNow if the claim is another's by now
     */
    public static void require() {
        if (!HELD.get().getAsBoolean()) {
            throw NotNow.untried("the claim was lost while this process stood still", Duration.ofSeconds(1));
        }
    }
}
