package dev.muster.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.BotRig;
import dev.muster.testing.Shell;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups are taken while people talk, and the last of them is all that is left. */
class BackupProof {

    @TempDir
    Path folder;

    @Test
    void theLastOneGoesOn() throws Exception {
        Proof.that(Part.OPERATION, "backup: each holds all that was taken, and a bot started on it goes on")
                .seenRed("a bot that does not read on where its database ends")
                .rounds(1, 60)
                .holds(trial -> {
                    String database = "jdbc:sqlite:" + folder.resolve("first/muster.db");
                    try (Site site = Site.on(database)) {
                        var bot = site.start();
                        String room = site.declare("sev2 Checkout is down");
                        site.declare("sev3 Search is slow");
                        site.settle();
                        int held = 0;
                        Path last = folder;
                        try (Talk talk = new Talk(site, room)) {
                            for (int round = 0; round < trial.rounds; round++) {
                                talk.goOn(1 + trial.random.nextInt(20));
                                List<String> taken = List.copyOf(talk.taken);
                                last = folder.resolve("backup" + round + ".db");
                                site.type("backup", last.toString()).ok();
                                held += assertHolds(site, last, taken);
                                trial.step("backup %d holds %d notes", round, taken.size());
                            }
                            talk.goOn(5);
                        }
                        site.declare("sev3 Known to nobody but Slack");
                        site.workspace.as("ann").post(room, "said after the last backup");
                        site.settle();
                        bot.kill();
                        goesOn(site, room, "jdbc:sqlite:" + last);
                        return "%d backups beside %,d acknowledged notes looked for in them, the last one goes on"
                                .formatted(trial.rounds, held);
                    }
                });
    }

    private static int assertHolds(Site site, Path backup, List<String> taken) {
        Shell beside = new Shell(site.workspace, "jdbc:sqlite:" + backup);
        assertThat(beside.run("timeline", "verify").ok()).contains("INC-1: complete", "INC-2: complete");
        String rows =
                beside.run("timeline", "export", "INC-1", "--format", "jsonl").ok();
        assertThat(rows).contains(taken);
        return taken.size();
    }

    /** On another host, while what was there is gone. */
    private static void goesOn(Site gone, String room, String backup) throws Exception {
        int rooms = gone.rooms().size();
        Site site = new Site(gone.workspace, backup, Map.of());
        try (var bot = site.start()) {
            site.settle();
            assertThat(site.timeline("INC-1").toString()).contains("said after the last backup");
            assertThat(site.rooms()).as("no second channel").hasSize(rooms);
            assertNothingTwice(site);
            site.declare("sev3 Known to nobody but Slack");
            site.say("ann", room, "resolve It is back");
            site.settle();
            assertThat(site.rooms().stream().map(channel -> channel.path("name").asText()))
                    .doesNotHaveDuplicates()
                    .hasSize(rooms + 1);
            assertNothingTwice(site);
            assertThat(site.type("timeline", "verify").ok()).contains("INC-1: complete", "INC-3: complete");
        }
    }

    private static void assertNothingTwice(Site site) {
        Map<String, Long> often = Said.promised(site.workspace).stream()
                .collect(Collectors.groupingBy(
                        said -> said.channel() + " " + said.key() + " " + said.text(), Collectors.counting()));
        assertThat(often.entrySet())
                .allSatisfy(
                        said -> assertThat(said.getValue()).as(said.getKey()).isEqualTo(1));
    }

    /** Somebody who goes on and on, with notes that were acknowledged and words that are only said. */
    private static final class Talk implements AutoCloseable {

        final List<String> taken = new CopyOnWriteArrayList<>();
        private final AtomicBoolean isOver = new AtomicBoolean();
        private final Thread thread;

        Talk(Site site, String room) {
            thread = new Thread(() -> {
                for (int number = 1; !isOver.get(); number++) {
                    String note = "note number " + number + " of many";
                    if (site.say("ann", room, "note " + note).ok()) {
                        taken.add(note);
                    }
                    site.workspace.as("ann").post(room, "word number " + number);
                }
            });
            thread.start();
        }

        /** So many notes more. */
        void goOn(int more) {
            int wanted = taken.size() + more;
            BotRig.await("talk", Site.PATIENCE, () -> taken.size() >= wanted);
        }

        @Override
        public void close() throws InterruptedException {
            isOver.set(true);
            thread.join();
        }
    }
}
