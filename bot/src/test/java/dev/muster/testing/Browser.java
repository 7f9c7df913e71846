package dev.muster.testing;

import static dev.muster.testing.BotRig.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.workspace.Workspace;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

/** What a person does in the browser, in one workspace after another. Needs Chromium and its driver. */
public final class Browser implements AutoCloseable {

    private static final File CHROMIUM = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");

    private final ChromeDriver browser;
    private Workspace workspace;

    /** Opens one; skips the test where there is none. */
    public Browser(Path folder, Workspace first) {
        assumeTrue(CHROMIUM.exists() && DRIVER.exists(), "needs Debian's packages chromium and chromium-driver");
        workspace = first;
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

    public void in(Workspace other) {
        workspace = other;
    }

    @Override
    public void close() {
        browser.quit();
    }

    public void choose(String action, String value) {
        new Select(waitFor("[data-testid=modal] [data-action-id=" + action + "]")).selectByValue(value);
    }

    /** Keeps what is shown, if a file is named. */
    public void screenshot(@Nullable String file) throws IOException {
        if (file != null) {
            Files.write(Path.of(file), browser.getScreenshotAs(OutputType.BYTES));
        }
    }

    public void openAs(String user) {
        browser.get(workspace.url() + "?as=" + user);
        waitFor("[data-testid=channel-link][data-name=general]");
    }

    public void channel(String name) {
        click("[data-testid=channel-link][data-name='" + name + "']");
        await(
                "the channel " + name,
                () -> browser.getTitle().contains(name)
                        || String.valueOf(waitFor("[data-testid=composer]").getDomAttribute("placeholder"))
                                .contains(name));
    }

    public void type(String text) {
        WebElement composer = waitFor("[data-testid=composer]");
        composer.sendKeys(text);
        composer.sendKeys(Keys.ESCAPE);
        click("[data-testid=send]");
    }

    /** The arrow up in an empty composer edits what one said last. */
    public void edit(String before, String after) {
        waitForText(before);
        waitFor("[data-testid=composer]").sendKeys(Keys.ARROW_UP);
        waitFor("[data-testid=edit-input]").sendKeys(Keys.chord(Keys.CONTROL, "a"), after);
        click("[data-testid=edit-save]");
        waitForText(after);
    }

    public void fill(String action, String text) {
        WebElement input = waitFor("[data-testid=modal] [data-action-id=" + action + "]");
        input.clear();
        input.sendKeys(text);
    }

    /** Messages are drawn anew while people look at them, so a click is tried until it lands. */
    public void click(String css) {
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

    public void waitForText(String text) {
        new WebDriverWait(browser, Duration.ofSeconds(20))
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> "the text " + text + " in "
                        + browser.findElement(By.tagName("body")).getText())
                .until(page -> page.findElement(By.tagName("body")).getText().contains(text));
    }
}
