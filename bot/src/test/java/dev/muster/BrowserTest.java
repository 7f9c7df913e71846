package dev.muster;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What a newcomer does in the browser, from declaring an incident to closing it. Needs Chromium and its driver. */
class BrowserTest {

    private static final File CHROMIUM = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");

    @TempDir
    Path folder;

    private BotRig bot;
    private ChromeDriver browser;

    @BeforeEach
    void open() {
        assumeTrue(CHROMIUM.exists() && DRIVER.exists(), "needs Debian's packages chromium and chromium-driver");
        bot = BotRig.start(Databases.sqlite(folder), Map.of("MUSTER_SEVERITIES_SEV1_UPDATE_EVERY", "4s"));
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--window-size=1280,1000",
                "--user-data-dir=" + folder.resolve("profile"));
        ChromeDriverService service =
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build();
        browser = new ChromeDriver(service, options);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.quit();
        }
        if (bot != null) {
            bot.close();
        }
    }

    @Test
    void walksAnIncidentInTheBrowser() throws Exception {
        openAs("U0ANN");
        channel("general");
        type("/incident declare sev1 Checkout is down");
        click("[data-testid=channel-link][data-name^=inc-1]");

        click("[data-action-id='say:role:ic']");
        await("the role", () -> bot.workspace.messages(room()).stream()
                .anyMatch(said -> said.path("text").asText().contains("ann is incident commander")));
        type("Error rates rose at 14:02, right after the deploy");
        edit("Error rates rose at 14:02", "Error rates rose at 14:05, right after the deploy");

        openAs("U0BOB");
        bot.as("bob").join(room());
        channel(room());
        type("I can see it, too: 5xx on checkout");
        screenshot();

        openAs("U0ANN");
        channel(room());
        waitForText("owes everyone a status update");
        click("[data-action-id='say:update']");
        fill("text", "We are rolling checkout back to 1.2.3");
        click("[data-testid=modal-submit]");
        waitForText("We are rolling checkout back");

        type("/incident runbook start bad-deployment");
        waitForText("step 1 of");
        click("[data-action-id^='say:runbook:mark'][data-action-id$=':done']");
        waitForText("step 2 of");

        type("/incident action Alert when checkout answers slower than 300 ms in 3s high");
        click("[data-testid=dm-link][data-user=UBOT0MUSTER]");
        waitForText("Action item 1 of INC-1");
        click("[data-action-id='say:actions:INC-1:done:1']");
        await("the action item to be done", () -> bot.workspace.messages(room()).stream()
                .anyMatch(said -> said.path("text").asText().contains("Action item 1 is done")));

        channel(room());
        type("/incident resolve the old release is back");
        waitForText("is resolved");
        type("/incident close");
        await("the archive", () -> bot.channel(room()).path("is_archived").asBoolean());

        assertThat(Exports.jsonLines(bot.settings, 1))
                .extracting(row -> row.path("kind").asText())
                .contains("declared", "role", "message", "message_edited", "update", "runbook", "action", "stage");
        assertThat(Exports.verify(bot.settings, 1)).isEmpty();
    }

    @Test
    void declaresByTheForm() {
        openAs("U0CLEO");
        channel("general");
        type("/incident declare");
        fill("title", "Search is slow");
        new Select(waitFor("[data-testid=modal] [data-action-id=severity]")).selectByValue("sev3");
        click("[data-testid=modal-submit]");

        click("[data-testid=channel-link][data-name^=inc-1]");

        waitForText("Search is slow");
        assertThat(bot.channel(room()).at("/topic/value").asText()).contains("sev3");
    }

    private String room() {
        return bot.incidentChannels().get(0).path("name").asText();
    }

    private void openAs(String user) {
        browser.get(bot.workspace.url() + "?as=" + user);
        waitFor("[data-testid=channel-link][data-name=general]");
    }

    private void channel(String name) {
        click("[data-testid=channel-link][data-name='" + name + "']");
        await(
                "the channel " + name,
                () -> browser.getTitle().contains(name)
                        || waitFor("[data-testid=composer]")
                                .getDomAttribute("placeholder")
                                .contains(name));
    }

    private void type(String text) {
        WebElement composer = waitFor("[data-testid=composer]");
        composer.sendKeys(text);
        composer.sendKeys(Keys.ESCAPE);
        click("[data-testid=send]");
    }

    /** The arrow up in an empty composer edits what one said last. */
    private void edit(String before, String after) {
        waitForText(before);
        waitFor("[data-testid=composer]").sendKeys(Keys.ARROW_UP);
        waitFor("[data-testid=edit-input]").sendKeys(Keys.chord(Keys.CONTROL, "a"), after);
        click("[data-testid=edit-save]");
        waitForText(after);
    }

    private void fill(String action, String text) {
        WebElement input = waitFor("[data-testid=modal] [data-action-id=" + action + "]");
        input.clear();
        input.sendKeys(text);
    }

    /** Messages are drawn anew while people look at them, so a click is tried until it lands. */
    private void click(String css) {
        new WebDriverWait(browser, Duration.ofSeconds(20))
                .ignoring(StaleElementReferenceException.class)
                .ignoring(ElementClickInterceptedException.class)
                .withMessage("a click on " + css)
                .until(page -> {
                    List<WebElement> shown = page.findElements(By.cssSelector(css)).stream()
                            .filter(WebElement::isDisplayed)
                            .toList();
                    shown.stream().findFirst().ifPresent(WebElement::click);
                    return !shown.isEmpty();
                });
    }

    private WebElement waitFor(String css) {
        return new WebDriverWait(browser, Duration.ofSeconds(20))
                .ignoring(StaleElementReferenceException.class)
                .until(page -> page.findElements(By.cssSelector(css)).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    private void waitForText(String text) {
        new WebDriverWait(browser, Duration.ofSeconds(20))
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> "the text " + text + " in "
                        + browser.findElement(By.tagName("body")).getText())
                .until(page -> page.findElement(By.tagName("body")).getText().contains(text));
    }

    /** {@code -Dscreenshot=FILE} keeps what stands in the README. */
    private void screenshot() throws Exception {
        waitForText("I can see it, too");
        String file = System.getProperty("screenshot");
        if (file != null) {
            Files.write(Path.of(file), browser.getScreenshotAs(OutputType.BYTES));
        }
    }
}
