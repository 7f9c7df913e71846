package dev.muster.main;

import dev.muster.desk.Retention;
import dev.muster.schedule.Heartbeat;
import dev.muster.slack.EventWorker;
import dev.muster.slack.UserGroups;
import dev.muster.slack.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** What is done now and then: look whether Slack answers, learn who is in the workspace and who are admins, forget what is old. */
final class Errands {

    private static final Duration READING = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration LATER = Duration.ofMinutes(2);
    private static final Duration NOW_AND_THEN = Duration.ofMinutes(10);
    private static final Duration SELDOM = Duration.ofHours(6);

    private final Workspace workspace;
    private final UserGroups groups;
    private final EventWorker worker;
    private final Retention retention;
    private final Duration keepRaw;
    private final ZoneId zone;
    private final Heartbeat heartbeat;
    private final InstantSource clock;
    private Instant nextNight;
    private Instant nextLook = Instant.EPOCH;
    private Instant nextGone = Instant.EPOCH;
    private Instant nextGroups = Instant.EPOCH;
    private Instant nextLearning = Instant.EPOCH;
    private final Runnable reread;
    private Instant nextReading = Instant.EPOCH;
    private Instant nextForgetting = Instant.EPOCH;

    /**
     * Knows what is to be done when.
     *
     * @param keepRaw how long events are kept as Slack sent them
     * @param reread reads again what people may have changed on the disk
     * @param zone whose night it is in which the channels are read again
     */
    Errands(
            Workspace workspace,
            UserGroups groups,
            EventWorker worker,
            Retention retention,
            Duration keepRaw,
            ZoneId zone,
            Heartbeat heartbeat,
            Runnable reread,
            InstantSource clock) {
        this.reread = reread;
        this.heartbeat = heartbeat;
        this.retention = retention;
        this.workspace = workspace;
        this.groups = groups;
        this.worker = worker;
        this.keepRaw = keepRaw;
        this.zone = zone;
        this.clock = clock;
        this.nextNight = night(clock.instant());
    }

    /** Does what it is time for. Called by one thread only. */
    int run() {
        heartbeat.revive();
        Instant now = clock.instant();
        if (!now.isBefore(nextReading)) {
            nextReading = now.plus(READING);
            reread.run();
        }
        if (!now.isBefore(nextLook)) {
            nextLook = now.plus(SOON);
            workspace.look();
        }
        if (!now.isBefore(nextNight)) {
            nextNight = night(now);
            worker.catchUpEverywhere();
        }
        if (!now.isBefore(nextForgetting)) {
            nextForgetting = now.plus(SELDOM);
            worker.forgetOld(keepRaw);
            retention.sweep();
        }
        if (!now.isBefore(nextGone) && workspace.trouble().isEmpty()) {
            nextGone = now.plus(NOW_AND_THEN);
            worker.freeRolesOfTheGone();
        }
        if (!now.isBefore(nextGroups) && workspace.trouble().isEmpty()) {
            nextGroups = now.plus(groups.refresh() ? LATER : SOON);
        }
        if (!now.isBefore(nextLearning) && workspace.trouble().isEmpty()) {
            nextLearning = now.plus(workspace.learn() ? SELDOM : LATER);
        }
        return 0;
    }

    /** The next time that it is three o'clock in the morning. */
    private Instant night(Instant now) {
        ZonedDateTime today = now.atZone(zone).with(LocalTime.of(3, 0));
        return (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
    }
}
