package dev.muster.rehearse;

import dev.muster.scenario.Inject;
import dev.muster.scenario.Scenario;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens until somebody declares an incident. */
final class Opening implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Opening.class);
    private static final int BEAT_MS = 100;

    private final List<Inject> injects;
    private final Stage stage;
    private final InstantSource clock;
    private final BooleanSupplier declared;
    private volatile Instant start;
    private final Map<String, Integer> times = new HashMap<>();
    private final Map<String, Instant> last = new HashMap<>();
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "opening");
        thread.setDaemon(true);
        return thread;
    });

    /** @param declared whether it is over */
    Opening(Scenario scenario, Stage stage, InstantSource clock, BooleanSupplier declared) {
        this.injects = scenario.opening();
        this.stage = stage;
        this.clock = clock;
        this.declared = declared;
        this.start = clock.instant();
    }

    /** When it began. */
    Instant start() {
        return start;
    }

    void begin() {
        start = clock.instant();
        beat.scheduleWithFixedDelay(this::look, 0, BEAT_MS, TimeUnit.MILLISECONDS);
    }

    /** Lets happen what has come. */
    synchronized void look() {
        try {
            if (declared.getAsBoolean()) {
                beat.shutdown();
                return;
            }
            Instant now = clock.instant();
            injects.stream().filter(inject -> isDue(inject, now)).forEach(inject -> happen(inject, now));
        } catch (RuntimeException e) {
            log.warn("the opening goes on without something that did not happen", e);
        }
    }

    private boolean isDue(Inject inject, Instant now) {
        int before = times.getOrDefault(inject.id(), 0);
        return before < inject.cue().times()
                && (before == 0
                        ? !start.plus(inject.cue().after()).isAfter(now)
                        : inject.cue()
                                .again()
                                .filter(again -> !last.getOrDefault(inject.id(), now)
                                        .plus(again)
                                        .isAfter(now))
                                .isPresent());
    }

    private void happen(Inject inject, Instant now) {
        int time = times.merge(inject.id(), 1, Integer::sum);
        last.put(inject.id(), now);
        stage.open(inject.act(), time);
    }

    @Override
    public void close() {
        beat.shutdownNow();
    }
}
