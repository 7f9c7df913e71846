package dev.muster.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The alarm clock. It rings at the next moment for which something is promised, at once when it is told to, and every few
 * seconds in any case; it remembers nothing that must not be lost.
 */
public final class Heartbeat implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
    private static final JobKey BEAT = new JobKey("beat");
    private static final TriggerKey NEXT = new TriggerKey("next");
    private static final int SECONDS = 5;
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final double speed;
    private volatile Scheduler scheduler;
    private volatile Runnable starting = () -> {};
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile long lastNanos = System.nanoTime();

    /**
     * Makes a clock that stands still until it is started.
     *
     * @param speed how many times faster than real time the clock runs; 1 except in a rehearsal
     */
    public Heartbeat(InstantSource clock, double speed) {
        this.clock = clock;
        this.speed = speed;
        this.scheduler = quartz();
    }

    /**
     * Starts ringing.
     *
     * @param work does what there is to do, and says how much that was
     * @param next when there will be something again
     */
    public void start(IntSupplier work, Supplier<Optional<Instant>> next) {
        starting = () -> begin(work, next);
        starting.run();
    }

    /**
     * Starts anew if it has stopped ringing; whether that was needed. What a ring that hangs still does is guarded by the
     * rows, as if another process did it.
     */
    public boolean revive() {
        if (isAlive()) {
            return false;
        }
        log.error("the scheduler has stood still for {}; starting another", SILENCE);
        Scheduler dead = scheduler;
        scheduler = quartz();
        lastNanos = System.nanoTime();
        asked.set(false);
        starting.run();
        stop(dead, false);
        return true;
    }

    private void begin(IntSupplier work, Supplier<Optional<Instant>> next) {
        try {
            scheduler.setJobFactory((bundle, ignored) -> new Beat(this, work, next));
            scheduler.scheduleJob(
                    JobBuilder.newJob(Beat.class)
                            .withIdentity(BEAT)
                            .storeDurably()
                            .build(),
                    TriggerBuilder.newTrigger()
                            .startNow()
                            .withSchedule(SimpleScheduleBuilder.repeatSecondlyForever(SECONDS)
                                    .withMisfireHandlingInstructionNextWithRemainingCount())
                            .build());
            scheduler.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("the scheduler does not start", e);
        }
    }

    /** Rings now: there may be something to do. Asking many times before it rings is asking once. */
    public void wake() {
        if (!asked.compareAndSet(false, true)) {
            return;
        }
        try {
            if (!scheduler.isShutdown() && scheduler.checkExists(BEAT)) {
                scheduler.triggerJob(BEAT);
            }
        } catch (SchedulerException e) {
            log.warn("could not ring at once; it rings within {} s", SECONDS, e);
        }
    }

    /** Whether it has rung lately. */
    public boolean isAlive() {
        return Duration.ofNanos(System.nanoTime() - lastNanos).compareTo(SILENCE) < 0;
    }

    @Override
    public void close() {
        stop(scheduler, true);
    }

    private static void stop(Scheduler scheduler, boolean wait) {
        try {
            scheduler.shutdown(wait);
        } catch (SchedulerException e) {
            log.warn("the scheduler did not stop cleanly", e);
        }
    }

    private void beat(IntSupplier work, Supplier<Optional<Instant>> next) {
        asked.set(false);
        try {
            while (work.getAsInt() > 0) {
                // Until nothing is due.
            }
            next.get().ifPresent(this::ringAt);
        } catch (RuntimeException e) {
            log.error("could not look for what is due; trying again within {} s", SECONDS, e);
        }
        lastNanos = System.nanoTime();
    }

    private void ringAt(Instant moment) {
        long wait =
                Math.max(1, (long) (Duration.between(clock.instant(), moment).toMillis() / speed) + 1);
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(NEXT)
                .forJob(BEAT)
                .startAt(new Date(System.currentTimeMillis() + wait))
                .build();
        try {
            scheduler.unscheduleJob(NEXT);
            scheduler.scheduleJob(trigger);
        } catch (SchedulerException e) {
            log.warn("could not be set to {}; it rings within {} s", moment, SECONDS, e);
        }
    }

    private static Scheduler quartz() {
        Properties settings = new Properties();
        settings.put("org.quartz.scheduler.instanceName", "heartbeat-" + System.identityHashCode(settings));
        settings.put("org.quartz.threadPool.threadCount", "1");
        settings.put("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.put("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        try {
            return new StdSchedulerFactory(settings).getScheduler();
        } catch (SchedulerException e) {
            throw new IllegalStateException("the scheduler cannot be made", e);
        }
    }

    /** One ring. */
    @DisallowConcurrentExecution
    private record Beat(Heartbeat heartbeat, IntSupplier work, Supplier<Optional<Instant>> next) implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            heartbeat.beat(work, next);
        }
    }
}
