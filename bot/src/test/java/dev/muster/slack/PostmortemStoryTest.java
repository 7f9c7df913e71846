package dev.muster.slack;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.testing.Shell;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first incident of seed 004, from its alert to a published post-mortem with every figure that the seed gives. */
class PostmortemStoryTest {

    private static final String DAY = "2025-10-14T";

    @TempDir
    Path folder;

    @Test
    void tellsWhatHappenedAndWhatWasLearned() {
        String database = Databases.sqlite(folder);
        try (BotRig bot = BotRig.start(database, Map.of("MUSTER_WATCHES_REVIEW_AFTER", "2s"))) {
            String room = bot.declare(
                    "ann",
                    "sev1 Database connection pool exhaustion --services API,Admin,Mobile --at " + at("03:15:00"));
            record(bot, room);
            bot.say("ann", room, "resolve Smoke tests passed, API fully operational");
            bot.say("ann", room, "time T3 " + at("03:36:00"));
            bot.say("ann", room, "time T4 " + at("03:38:00"));

            await("word that it is not published", () -> bot.texts(room).stream()
                    .anyMatch(text -> text.contains("post-mortem")));
            String advice = bot.say(
                            "ann", room, "write causes The job leaked connections. Bob should have tested it (#3).")
                    .body()
                    .toString();
            String alone = bot.say("ann", room, "postmortem publish").body().toString();
            String shown = bot.say("ann", room, "postmortem").body().toString();
            String others = bot.say("bob", room, "postmortem publish").body().toString();

            assertThat(advice)
                    .contains("version 1", "“should have tested”", "would have made the better way the easier one?");
            assertThat(shown).contains("• Duration: 23 min", "Only people know").doesNotContain("**");
            assertThat(alone).contains("somebody else must read it first");
            assertThat(others).contains("is published, version 2");
            String paper = new Shell(bot.workspace, database)
                    .run("postmortem", "INC-1")
                    .ok();
            assertFigures(paper);
            assertThat(paper).contains("Written by ann", "version 2, published by bob", "should have tested it");
            assertThat(new Shell(bot.workspace, database)
                            .run("postmortem", "INC-1", "--format", "html")
                            .ok())
                    .contains("<h2>Timeline</h2>", "<td class=\"short\">T0</td>", "Content-Security-Policy")
                    .doesNotContain("<script");

            bot.say("bob", room, "postmortem export");
            await("the file", () -> bot.workspace.dms("bob").stream().anyMatch(message -> message.has("files")));
            assertThat(file(bot)).contains("# Post-mortem of INC-1: Database connection pool exhaustion");
        }
    }

    private static void record(BotRig bot, String room) {
        bot.say("ann", room, "time T0 " + at("03:15:00"));
        bot.say("ann", room, "time T1 " + at("03:15:00"));
        bot.say("ann", room, "time T2 " + at("03:16:00"));
        bot.say(
                "ann",
                room,
                "impact Complete API unavailability for all users --users 2000 --revenue \"about 4,500 USD\" --slo availability=45%");
        bot.say("ann", room, "decision " + at("03:25:00") + " Restart the API pods to release connections");
        bot.say("ann", room, "note " + at("03:23:00") + " Root cause: a background job leaks connections");
        bot.say("bob", room, "decision " + at("03:27:00") + " Rolling restart of the API deployment");
        bot.say("ann", room, "action Alert when 80% of the pool of inventory-db are in use @bob by 2030-01-01 high");
    }

    private static void assertFigures(String paper) {
        assertThat(paper)
                .contains(
                        "- **Severity:** sev1",
                        "- **Time:** 2025-10-14 03:15:00 to 2025-10-14 03:38:00",
                        "- **Duration:** 23 min",
                        "- **Services:** API, Admin, Mobile",
                        "Complete API unavailability for all users",
                        "- **Users:** 2,000",
                        "- **Business:** about 4,500 USD",
                        "- **Objective availability:** 45% of its error budget",
                        "| T0 | impact began | 03:15:00 |",
                        "| T3 | mitigated | 03:36:00 |",
                        "| T4 | restored | 03:38:00 |",
                        "| Time to mitigate (TTM) | T0 impact began → T3 mitigated | 21 min |",
                        "| Time to restore (TTR) | T0 impact began → T4 restored | 23 min |",
                        "| Time to acknowledge (TTA) | T1 detected → T2 investigation began | 1 min |",
                        "| 03:25:00 | ann",
                        "Restart the API pods to release connections",
                        "| 1 | Alert when 80% of the pool of inventory-db are in use | bob | 2030-01-01 | high | open | #",
                        "*Nothing was written.*")
                .doesNotContain("unknown →", "Published the post-mortem", "Wrote “");
        assertThat(paper.indexOf("Restart the API pods")).isLessThan(paper.indexOf("Rolling restart"));
    }

    private static String at(String time) {
        return DAY + time + "Z";
    }

    private static String file(BotRig bot) {
        String id = bot.workspace.dms("bob").stream()
                .flatMap(message -> message.findValues("files").stream())
                .map(files -> files.at("/0/id").asText())
                .reduce((one, other) -> other)
                .orElseThrow();
        return new String(bot.workspace.file(id).orElseThrow(), StandardCharsets.UTF_8);
    }
}
