package dev.muster.slack;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.workspace.Workspace;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole bot tells a channel of the last week by itself. */
class FiguresStoryTest {

    @TempDir
    Path folder;

    @Test
    void tellsTheChannelThatTheSettingsNameAndNoOther() {
        String today = LocalDate.now(ZoneOffset.UTC).getDayOfWeek().toString();
        Map<String, String> settings = Map.of(
                "MUSTER_INSIGHTS_DIGEST_CHANNEL", "general",
                "MUSTER_INSIGHTS_DIGEST_DAY", today,
                "MUSTER_INSIGHTS_DIGEST_AT", "00:00");
        String database = Databases.sqlite(folder);
        try (Workspace workspace = Workspace.builder().start()) {
            BotRig bot = BotRig.start(workspace, database, settings);
            await("the picture", () -> workspace.messages("general").stream()
                    .anyMatch(message -> message.has("files")));
            bot.stopBot();

            List<String> said = bot.texts("general");
            assertThat(said).filteredOn(text -> text.contains("Incidents from")).hasSize(1);
            assertThat(bot.texts("incidents")).noneMatch(text -> text.contains("Incidents from"));
        }
    }
}
