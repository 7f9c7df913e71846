package dev.muster;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.BotRig;
import dev.muster.testing.Browser;
import dev.muster.testing.Databases;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer does in the browser, from declaring an incident to closing it. Needs Chromium and its driver. */
class BrowserTest {

    @TempDir
    Path folder;

    private BotRig bot;
    private Browser browser;

    @BeforeEach
    void open() {
        bot = BotRig.start(Databases.sqlite(folder), Map.of("MUSTER_SEVERITIES_SEV1_UPDATE_EVERY", "4s"));
        browser = new Browser(folder, bot.workspace);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
        if (bot != null) {
            bot.close();
        }
    }

    @Test
    void walksAnIncidentInTheBrowser() throws Exception {
        browser.openAs("U0ANN");
        browser.channel("general");
        browser.type("/incident declare sev1 Checkout is down");
        browser.click("[data-testid=channel-link][data-name^=inc-1]");

        browser.click("[data-action-id='say:role:ic']");
        await("the role", () -> bot.workspace.messages(room()).stream()
                .anyMatch(said -> said.path("text").asText().contains("ann is incident commander")));
        browser.type("Error rates rose at 14:02, right after the deploy");
        browser.edit("Error rates rose at 14:02", "Error rates rose at 14:05, right after the deploy");

        browser.openAs("U0BOB");
        bot.as("bob").join(room());
        browser.channel(room());
        browser.type("I can see it, too: 5xx on checkout");
        screenshot();

        browser.openAs("U0ANN");
        browser.channel(room());
        browser.waitForText("owes everyone a status update");
        browser.click("[data-action-id='say:update']");
        browser.fill("text", "We are rolling checkout back to 1.2.3");
        browser.click("[data-testid=modal-submit]");
        browser.waitForText("We are rolling checkout back");

        browser.type("/incident runbook start bad-deployment");
        browser.waitForText("step 1 of");
        browser.click("[data-action-id^='say:runbook:mark'][data-action-id$=':done']");
        browser.waitForText("step 2 of");

        browser.type("/incident action Alert when checkout answers slower than 300 ms in 3s high");
        browser.click("[data-testid=dm-link][data-user=UBOT0MUSTER]");
        browser.waitForText("Action item 1 of INC-1");
        browser.click("[data-action-id='say:actions:INC-1:done:1']");
        await("the action item to be done", () -> bot.workspace.messages(room()).stream()
                .anyMatch(said -> said.path("text").asText().contains("Action item 1 is done")));

        browser.channel(room());
        browser.type("/incident resolve the old release is back");
        browser.waitForText("is resolved");
        browser.type("/incident close");
        await("the archive", () -> bot.channel(room()).path("is_archived").asBoolean());

        assertThat(Exports.jsonLines(bot.settings, 1))
                .extracting(row -> row.path("kind").asText())
                .contains("declared", "role", "message", "message_edited", "update", "runbook", "action", "stage");
        assertThat(Exports.verify(bot.settings, 1)).isEmpty();
    }

    @Test
    void declaresByTheForm() {
        browser.openAs("U0CLEO");
        browser.channel("general");
        browser.type("/incident declare");
        browser.fill("title", "Search is slow");
        browser.choose("severity", "sev3");
        browser.click("[data-testid=modal-submit]");

        browser.click("[data-testid=channel-link][data-name^=inc-1]");

        browser.waitForText("Search is slow");
        assertThat(bot.channel(room()).at("/topic/value").asText()).contains("sev3");
    }

    private String room() {
        return bot.incidentChannels().get(0).path("name").asText();
    }

    /** {@code -Dscreenshot=FILE} keeps what stands in the README. */
    private void screenshot() throws Exception {
        browser.waitForText("I can see it, too");
        browser.screenshot(System.getProperty("screenshot"));
    }
}
