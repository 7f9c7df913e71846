package dev.muster.main;

import dev.muster.desk.Retention;
import dev.muster.schedule.Heartbeat;
import dev.muster.slack.EventWorker;
import dev.muster.slack.Intake;
import dev.muster.slack.UserGroups;
import dev.muster.slack.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.IntSupplier;

/** What is done now and then: look whether Slack answers, learn who is in the workspace and who are admins, forget what is old. */
final class Errands {

    private static final Duration READING = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration LATER = Duration.ofMinutes(2);
    private static final Duration NOW_AND_THEN = Duration.ofMinutes(10);
    private static final Duration SELDOM = Duration.ofHours(6);

    private final Workspace workspace;
    private final UserGroups groups;
    private final Intake intake;
    private final EventWorker worker;
    private final Retention retention;
    private final Duration keepRaw;
    private final ZoneId zone;
    private final Heartbeat heartbeat;
    private final Presence presence;
    private final InstantSource clock;
    private final Turn saying = new Turn();
    private final Turn look = new Turn();
    private final Turn night = new Turn();
    private final Turn forgetting = new Turn();
    private final Turn gone = new Turn();
    private final Turn people = new Turn();
    private final Turn teams = new Turn();
    private final Turn learning = new Turn();
    private final Turn reading = new Turn();
    private final Runnable reread;

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
            Intake intake,
            EventWorker worker,
            Retention retention,
            Duration keepRaw,
            ZoneId zone,
            Heartbeat heartbeat,
            Presence presence,
            Runnable reread,
            InstantSource clock) {
        this.reread = reread;
        this.heartbeat = heartbeat;
        this.presence = presence;
        this.retention = retention;
        this.workspace = workspace;
        this.groups = groups;
        this.intake = intake;
        this.worker = worker;
        this.keepRaw = keepRaw;
        this.zone = zone;
        this.clock = clock;
        this.night.at(night(clock.instant()), clock.instant());
    }

    /** Does what it is time for. Called by one thread only. */
    int run() {
        heartbeat.revive();
        Instant now = clock.instant();
        if (saying.has(now)) {
            saying.in(Presence.EVERY, now);
            if (presence.say()) {
                intake.makeUp();
            }
        }
        if (reading.has(now)) {
            reading.in(READING, now);
            reread.run();
        }
        if (look.has(now)) {
            look.in(SOON, now);
            workspace.look();
        }
        if (night.has(now)) {
            night.at(night(now), now);
            worker.catchUpEverywhere();
        }
        if (forgetting.has(now)) {
            forgetting.in(SELDOM, now);
            worker.forgetOld(keepRaw);
            retention.sweep();
        }
        if (workspace.trouble().isEmpty()) {
            ask(now);
        }
        return 0;
    }

    /** Something else that is done now and then while Slack answers, and may take long: by a thread of its own. */
    IntSupplier seldom(Runnable other) {
        return every(NOW_AND_THEN, other);
    }

    /** The same, as often as one likes. */
    IntSupplier every(Duration pause, Runnable other) {
        Turn turn = new Turn();
        return () -> {
            Instant now = clock.instant();
            if (turn.has(now) && workspace.trouble().isEmpty()) {
                turn.in(SOON, now);
                other.run();
                turn.in(pause, now);
            }
            return 0;
        };
    }

    /** What only Slack knows. */
    private void ask(Instant now) {
        if (gone.has(now)) {
            gone.in(NOW_AND_THEN, now);
            worker.freeRolesOfTheGone();
        }
        if (people.has(now)) {
            people.in(groups.refresh() ? LATER : SOON, now);
        }
        if (teams.has(now)) {
            teams.in(LATER, now);
            groups.learn();
        }
        if (learning.has(now)) {
            learning.in(workspace.learn() ? SELDOM : LATER, now);
        }
    }

    /** The next time that it is three o'clock in the morning. */
    private Instant night(Instant now) {
        ZonedDateTime today = now.atZone(zone).with(LocalTime.of(3, 0));
        return (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
    }
}
