package dev.muster.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** It speaks and writes the same wherever it runs. */
class LocaleProof {

    private static final String WORDS = "café 🔥 数据库宕机";
    private static final List<String> FORMATS =
            Proof.isLong() ? List.of("jsonl", "json", "md", "html", "csv") : List.of("jsonl");

    @TempDir
    Path folder;

    @Test
    void speaksTheSameInAnyLocale() throws Exception {
        Proof.that(Part.OPERATION, "in locale C and with nothing in its environment it keeps every letter")
                .seenRed("exports in the locale's own letters")
                .rounds(1, 4)
                .holds(trial -> {
                    for (int round = 0; round < trial.rounds; round++) {
                        Path place = Files.createDirectory(folder.resolve("locale" + round));
                        try (Site site = Site.on(Databases.sqlite(place))) {
                            speaks(site);
                        }
                    }
                    return "%d starts, exports as %s the same to the byte"
                            .formatted(trial.rounds, String.join(", ", FORMATS));
                });
    }

    private static void speaks(Site site) throws Exception {
        List<String> bare = bare(site);
        site.start(bare);
        String room = site.declare("sev3 " + WORDS);
        site.settle();
        site.workspace.as("ann").post(room, WORDS + " again");
        site.say("ann", room, "note " + WORDS + " noted");
        site.settle();
        String topic = site.workspace.channel(room).orElseThrow().path("topic").toString();
        assertThat(topic + Said.in(site.workspace, room)).contains(WORDS);
        for (String format : FORMATS) {
            String[] command = {"timeline", "export", "INC-1", "--format", format};
            String said = Ended.of(bare, Map.of(), command).said();
            assertThat(said).as(format).contains(WORDS, WORDS + " again", WORDS + " noted");
            assertThat(said).isEqualTo(site.type(command).ok());
        }
    }

    /** Only what is needed, by `env -i`. */
    private static List<String> bare(Site site) {
        List<String> before = new ArrayList<>(List.of("env", "-i", "LC_ALL=C", "LANG=C"));
        BotRig.environment(site.workspace, site.database, Map.of())
                .forEach((name, value) -> before.add(name + "=" + value));
        return before;
    }
}
