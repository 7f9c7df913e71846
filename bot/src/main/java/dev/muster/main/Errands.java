package dev.muster.main;

import dev.muster.slack.EventWorker;
import dev.muster.slack.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What is done now and then: look whether Slack answers, learn who is in the workspace, forget what is old. */
final class Errands {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration LATER = Duration.ofMinutes(2);
    private static final Duration SELDOM = Duration.ofHours(6);

    private final Workspace workspace;
    private final EventWorker worker;
    private final InstantSource clock;
    private Instant nextLook = Instant.EPOCH;
    private Instant nextLearning = Instant.EPOCH;
    private Instant nextForgetting = Instant.EPOCH;

    Errands(Workspace workspace, EventWorker worker, InstantSource clock) {
        this.workspace = workspace;
        this.worker = worker;
        this.clock = clock;
    }

    /** Does what it is time for. Called by one thread only. */
    int run() {
        Instant now = clock.instant();
        if (!now.isBefore(nextLook)) {
            nextLook = now.plus(SOON);
            workspace.look();
        }
        if (!now.isBefore(nextForgetting)) {
            nextForgetting = now.plus(SELDOM);
            worker.forgetOld();
        }
        if (!now.isBefore(nextLearning) && workspace.trouble().isEmpty()) {
            nextLearning = now.plus(workspace.learn() ? SELDOM : LATER);
        }
        return 0;
    }
}
