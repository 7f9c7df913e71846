package dev.muster.prove;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.BotProcess;
import dev.muster.testing.Databases;
import dev.muster.workspace.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start, a declaration and an answer cost, beside the limits that are set for them. */
class CostProof {

    /** Slack shows an error after so long; see Slack, "Slash commands". */
    private static final long SLACK_WAITS = 3_000;

    private static final long PROMPT = 300;
    private static final Duration STARTED = Duration.ofSeconds(10);
    private static final long DECLARED_MILLIS = 5_000;
    private static final long MOST_CALLS = 20;
    private static final long MOST_COMMITS = 60;
    private static final int IDLE_MIB = 350;

    private static final List<String> WORDS = List.of(
            "",
            "list",
            "list all slow",
            "status",
            "brief",
            "update We look into it --next 20m",
            "update",
            "stage investigating we look",
            "sev sev1 because it is worse",
            "role ic",
            "role tech @bob",
            "handover tech @cleo",
            "impact Nobody can pay",
            "note 10m ago the first alert",
            "decision Roll back",
            "propose Restart it",
            "action Alert on it @cleo by tomorrow high",
            "actions",
            "actions done 1",
            "tasks ic",
            "link https://example.com/graph",
            "runbook list",
            "runbook start disk-space",
            "runbook status",
            "runbook stop",
            "snooze 15m",
            "timeline",
            "search alert",
            "similar",
            "insights",
            "subscribe",
            "unsubscribe",
            "cause disk-space",
            "resolve It is over",
            "postmortem",
            "why",
            "score",
            "scenario",
            "reopen because it is not",
            "resolve Now it is",
            "doctor",
            "help",
            "help declare",
            "dclare");

    @TempDir
    Path folder;

    @Test
    @LongOnly
    void answersWhileSlackIsSlow() throws Exception {
        Proof.that(
                        Part.COST,
                        "every verb is answered within 3 s while Slack takes 5 s for every call (limit p99 300 ms)")
                .seenRed("")
                .rounds(1, 20)
                .holds(trial -> {
                    Took took = new Took();
                    try (Site site = Site.on(Databases.sqlite(folder))) {
                        site.start();
                        answers(site, trial, new Took());
                        for (int round = 0; round < trial.rounds; round++) {
                            answers(site, trial, took);
                        }
                    }
                    trial.limit("the worst, ms", took.at(1), SLACK_WAITS);
                    trial.limit("p99, ms", took.at(0.99), PROMPT);
                    return "%,d answers: %s".formatted(took.count(), took);
                });
    }

    @Test
    void declares() throws Exception {
        Proof.that(Part.COST, "from `declare` to a channel with its card pinned: within 5 s, 20 calls, 60 commits")
                .seenRed("")
                .rounds(2, 30)
                .holds(trial -> {
                    Took took = new Took();
                    Took commits = new Took();
                    Took calls = new Took();
                    try (Site site = Site.on(Databases.sqlite(folder))) {
                        site.start();
                        for (int round = -1; round < trial.rounds; round++) {
                            declared(site, round < 0 ? new Took() : took, commits, calls);
                        }
                    }
                    assertThat(commits.at(0.5)).as("commits").isPositive();
                    trial.limit("calls", calls.at(0.5), MOST_CALLS);
                    trial.limit("commits", commits.at(0.5), MOST_COMMITS);
                    trial.limit("the worst, ms", took.at(1), DECLARED_MILLIS);
                    return "%s; %d calls and %d commits".formatted(took, calls.at(0.5), commits.at(0.5));
                });
    }

    @Test
    void starts() throws Exception {
        Proof.that(Part.COST, "from its start to ready: within 10 s; memory idle (limit 350 MiB)")
                .seenRed("")
                .rounds(1, 9)
                .holds(trial -> {
                    Took took = new Took();
                    Took memory = new Took();
                    try (Site site = Site.on(Databases.sqlite(folder))) {
                        for (int round = 0; round < trial.rounds; round++) {
                            Instant began = Instant.now();
                            BotProcess process = site.start();
                            took.add(Duration.between(began, Instant.now()).toMillis());
                            await("quiet", Site.PATIENCE, () -> site.workspace.awaitQuiet(Duration.ofSeconds(2)));
                            memory.add(process.memory());
                            process.kill();
                        }
                    }
                    trial.limit("ready, ms", took.at(1), STARTED.toMillis());
                    trial.limit("idle, MiB", memory.at(0.5), IDLE_MIB);
                    return "%s; %,d MiB idle".formatted(took, memory.at(0.5));
                });
    }

    private void declared(Site site, Took took, Took commits, Took calls) {
        Path log = folder.resolve("muster.db-wal");
        Commits before = Commits.of(log);
        int callsBefore = site.workspace.calls().size();
        Instant began = Instant.now();
        site.declare("sev2 Another");
        took.add(Duration.between(began, Instant.now()).toMillis());
        site.settle();
        commits.add(Commits.of(log).since(before));
        calls.add(site.workspace.calls().size() - callsBefore);
    }

    private static void answers(Site site, Trial trial, Took took) {
        String room = site.declare("sev2 Slow motion");
        site.settle();
        site.workspace.faults().delayAll(Duration.ofSeconds(5));
        Map<String, Long> all = new TreeMap<>();
        for (String words : WORDS) {
            Answer answer = site.say("ann", room, words);
            trial.limit("taken in time: " + words, answer.ok() ? 0 : 1, 0);
            took.add(answer.millis());
            all.put(words, answer.millis());
        }
        trial.step("%s", all);
        site.workspace.faults().clear();
        site.settle();
    }
}
