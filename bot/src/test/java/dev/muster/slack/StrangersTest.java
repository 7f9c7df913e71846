package dev.muster.slack;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.workspace.Acting;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People of another workspace, in a channel that is shared with them. */
class StrangersTest {

    @TempDir
    Path folder;

    @Test
    void keepsWhatTheyShareByItsNameAndWhereTheyComeFrom() {
        try (BotRig rig = BotRig.start(Databases.sqlite(folder), Map.of())) {
            String channel = rig.declare("ann", "sev1 checkout is down");
            Acting stranger = rig.workspace.asStranger("mallory", "T0PARTNER", channel);

            stranger.upload(channel, "trace.txt", "at com.example.Pool.get");

            Tables tables = new Tables(rig.settings);
            await(
                    "the file by its name",
                    () -> tables.count("timeline WHERE data LIKE '%trace.txt%' AND data LIKE '%T0PARTNER%'") == 1);
            assertThat(rig.workspace.calls("files.info")).hasSize(1);
        }
    }

    @Test
    void takesNoCheckMarkOfTheirsForAnOrder() {
        try (BotRig rig = BotRig.start(Databases.sqlite(folder), Map.of())) {
            String channel = rig.declare("ann", "sev1 checkout is down");
            rig.say("ann", channel, "runbook start bad-deployment");
            await("the step", () -> !step(rig, channel).isEmpty());
            Tables tables = new Tables(rig.settings);

            rig.workspace
                    .asStranger("mallory", "T0PARTNER", channel)
                    .react(channel, step(rig, channel), "white_check_mark");

            await("the mark", () -> tables.count("timeline WHERE kind = 'reaction_added'") == 1);
            await("nothing left to do", tables::isSettled);
            assertThat(tables.count("timeline WHERE text LIKE 'Step %: done'")).isZero();

            rig.as("ann").react(channel, step(rig, channel), "white_check_mark");
            await("the line", () -> tables.count("timeline WHERE text LIKE 'Step %: done'") == 1);
        }
    }

    private static String step(BotRig rig, String channel) {
        return rig.workspace.messages(channel).stream()
                .filter(message -> message.toString().contains("say:runbook:mark"))
                .map(message -> message.path("ts").asText())
                .findFirst()
                .orElse("");
    }

    @Test
    void keepsTheFileByItsIdAloneWhenSlackDoesNotTell() {
        try (BotRig rig = BotRig.start(Databases.sqlite(folder), Map.of())) {
            String channel = rig.declare("ann", "sev1 checkout is down");
            rig.workspace.faults().fail("files.info", "file_not_found", 5);

            rig.workspace.asStranger("mallory", "T0PARTNER", channel).upload(channel, "trace.txt", "at");

            Tables tables = new Tables(rig.settings);
            await("the file by its id", () -> tables.count("timeline WHERE data LIKE '%unresolved%'") == 1);
            assertThat(tables.count("timeline WHERE data LIKE '%trace.txt%'")).isZero();
        }
    }
}
