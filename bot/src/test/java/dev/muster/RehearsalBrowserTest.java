package dev.muster;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.rehearse.Rehearsal.Played;
import dev.muster.scenario.score.Score;
import dev.muster.testing.Browser;
import dev.muster.testing.Stageplay;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Three rehearsals as somebody alone does them in the browser: from the first alert to the score. */
class RehearsalBrowserTest {

    @TempDir
    Path folder;

    /**
     * What somebody does who rehearses.
     *
     * @param asks what those who are played have an answer to
     * @param answer words of it
     * @param finding what comes out
     * @param decision what brings relief
     */
    private record Way(String scenario, String asks, String answer, String finding, String decision) {
        @Override
        public String toString() {
            return scenario;
        }
    }

    static List<Way> ways() {
        return List.of(
                new Way(
                        "connection-pool-exhaustion",
                        "Who can look at the connection pool?",
                        "100 of 100 connections",
                        "The sync job leaks connections",
                        "Restart the API pods and stop the sync job"),
                new Way(
                        "certificate-expiry",
                        "Can somebody look at the certificate?",
                        "expired today",
                        "The certificate expired, and nobody was reminded",
                        "Use the spare certificate"),
                new Way(
                        "region-failover",
                        "Is it our region or the provider?",
                        "west-1",
                        "The provider has trouble in the whole region",
                        "We fail over to east, both teams follow"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void goesFromTheFirstAlertToTheScore(Way way) throws Exception {
        Played played = new Played(Stageplay.shipped(way.scenario()), 5);
        try (Stageplay play = new Stageplay(folder, played, Map.of());
                Browser browser = new Browser(folder, play.workspace())) {
            browser.openAs("U0ANN");
            browser.channel("incidents");
            play.pass(Duration.ofMinutes(1));
            browser.waitForText("[FIRING]");
            browser.type("/incident declare sev1 " + played.scenario().title());
            String room = play.room();
            browser.click("[data-testid=channel-link][data-name=" + room + "]");
            play.pass(Duration.ofSeconds(30));
            browser.click("[data-action-id='say:role:ic']");
            browser.type(way.asks());
            until(play, way.answer());
            browser.waitForText(way.answer());
            browser.type(way.finding());
            browser.type("/incident update Customers are hit. We are looking at what we found.");
            browser.type("/incident decision " + way.decision());
            await("the decision", () -> play.rows().stream()
                    .anyMatch(row -> row.entry().text().contains(way.decision())));
            play.pass(Duration.ofMinutes(2));
            browser.type("/incident resolve it is over");
            await("the end", () -> play.score().over());
            play.pass(Duration.ofSeconds(20));
            browser.waitForText("How the rehearsal went.");

            assertCounted(play.score());
        }
    }

    private static void assertCounted(Score score) {
        assertThat(score.measure("commander").orElseThrow().isFull()).isTrue();
        assertThat(score.measure("decisions").orElseThrow().isFull()).isTrue();
        assertThat(score.measure("findings").orElseThrow().points()).isPositive();
        assertThat(score.measure("items").orElseThrow().points()).isZero();
        assertThat(score.percent()).isBetween(40, 90);
    }

    private static void until(Stageplay play, String words) {
        await(words, () -> {
            play.pass(Duration.ofSeconds(10));
            return play.rows().stream().anyMatch(row -> row.entry().text().contains(words));
        });
    }
}
