package dev.muster.main;

import dev.muster.config.Mistake;
import dev.muster.config.Settings;
import dev.muster.config.SettingsFile;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** Runs the bot until it is told to stop. */
@Command(name = "serve", description = "Runs the bot.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    /** Not a status to exit with: the bot's threads go on. */
    static final int GOES_ON = -1;

    private static final Logger log = LoggerFactory.getLogger(ServeCommand.class);

    @Override
    public Integer call() throws Exception {
        Settings settings = SettingsFile.read(System.getenv());
        requireSlack(settings.slack());
        Bot bot = new Bot(settings);
        stopWithProcess(bot);
        bot.start();
        return GOES_ON;
    }

    static void stopWithProcess(AutoCloseable part) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                part.close();
            } catch (Exception e) {
                log.warn("did not stop cleanly; nothing that was accepted is lost", e);
            }
        }));
    }

    private static void requireSlack(Settings.Slack slack) {
        if (!slack.botToken().isPresent()) {
            throw new Mistake(
                    "SLACK_BOT_TOKEN",
                    "is not set. Set it to the bot token of your Slack app (xoxb-…), or try "
                            + "Muster without Slack: muster rehearse");
        }
        if (slack.signingSecrets().isEmpty() && !slack.appToken().isPresent()) {
            throw new Mistake(
                    "SLACK_SIGNING_SECRET",
                    "is not set. Set it to the signing secret of your Slack app, or SLACK_APP_TOKEN for Socket Mode.");
        }
    }
}
