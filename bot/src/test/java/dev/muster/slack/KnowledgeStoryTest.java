package dev.muster.slack;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.testing.Shell;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same outage again: what the first left behind is there when the next begins, in Slack and on the command line. */
class KnowledgeStoryTest {

    private static final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void remembersWhatHelpedAndCountsWhatComesBack() throws Exception {
        String database = Databases.sqlite(folder);
        try (BotRig bot = BotRig.start(database, Map.of())) {
            String first = bot.declare("ann", "sev2 Orders fail, connection pool exhausted --services orders-db");
            String secret =
                    bot.declare("ann", "sev2 Connection pool of payroll exhausted --services orders-db --private");
            for (String room : new String[] {first, secret}) {
                bot.say("ann", room, "resolve more connections were allowed");
                bot.say("ann", room, "cause connection-pool");
            }

            String again = bot.declare("bob", "sev1 Pool exhausted, orders are lost --services orders-db");

            await("what happened before", () -> bot.texts(again).stream()
                    .anyMatch(text -> text.contains("What helped then (how it was resolved): more connections")));
            assertThat(bot.texts(again))
                    .filteredOn(text -> text.contains("Like INC-3, and over"))
                    .singleElement()
                    .asString()
                    .contains("INC-1", "service orders-db", "exhausted", "pool")
                    .doesNotContain("INC-2", "payroll");
            assertThat(bot.say("cleo", "general", "insights").body().toString())
                    .contains("2 incidents declared", "connection-pool 1")
                    .doesNotContain("payroll");

            assertThat(metrics(bot))
                    .contains(
                            "muster_incidents{severity=\"sev1\"} 1.0",
                            "muster_incidents{severity=\"sev2\"} 1.0",
                            "muster_incident_durations{severity=\"sev2\",span=\"ttr\"} 1.0",
                            "muster_incident_seconds{quantile=\"0.9\",severity=\"sev2\",span=\"ttr\"} NaN",
                            "muster_action_items{state=\"overdue\"} 0.0")
                    .containsPattern(
                            "muster_incident_seconds\\{quantile=\"0.5\",severity=\"sev2\",span=\"ttr\"} [0-9]");

            Shell shell = new Shell(bot.workspace, database);
            JsonNode figures = json.readTree(
                    shell.run("insights", "--since", "30d", "--json").ok());
            assertThat(figures.at("/incidents").asInt()).isEqualTo(3);
            assertThat(figures.at("/durations/TTR/seconds")).hasSize(2);
            assertThat(figures.at("/cause/connection-pool").asInt()).isEqualTo(2);
            assertThat(shell.run("insights").ok())
                    .contains("Insights, the last 90 d: 3 incidents")
                    .doesNotContain("*");
            assertThat(shell.run("insights", "--since", "soon").status()).isEqualTo(1);
        }
    }

    private static String metrics(BotRig bot) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(bot.address.resolve("metrics")).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
