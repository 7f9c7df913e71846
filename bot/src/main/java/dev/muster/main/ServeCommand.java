package dev.muster.main;

import dev.muster.config.Mistake;
import dev.muster.config.Settings;
import dev.muster.config.SettingsFile;
import java.io.IOException;
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
        try {
            bot.start();
        } catch (IOException e) {
            throw notHeard(settings.server(), e);
        }
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

    /** Tokens of one kind in the place of the other, and what came along when they were copied. */
    private static void requireForm(String variable, String token, String others, String own) {
        if (!token.matches("[\\x21-\\x7e&&[^\"']]*") || token.matches("(" + others + ").*")) {
            throw new Mistake(
                    variable,
                    "holds no such token. It begins with %s and has no spaces or quotes; copy it again from the app's settings at Slack."
                            .formatted(own));
        }
    }

    private static Mistake notHeard(Settings.Server server, IOException failure) {
        String where = "%s:%d".formatted(server.host(), server.port());
        Throwable root = failure.getCause() == null ? failure : failure.getCause();
        return new Mistake(
                "PORT",
                "cannot listen at %s (%s). Stop what listens there, or set PORT or HOST to another."
                        .formatted(
                                where,
                                root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage()));
    }

    private static void requireSlack(Settings.Slack slack) {
        if (!slack.botToken().isPresent()) {
            throw new Mistake(
                    "SLACK_BOT_TOKEN",
                    "is not set. Set it to the bot token of your Slack app (xoxb-…), or try "
                            + "Muster without Slack: muster rehearse");
        }
        requireForm("SLACK_BOT_TOKEN", slack.botToken().value(), "xapp-|xoxp-", "xoxb-");
        requireForm("SLACK_APP_TOKEN", slack.appToken().value(), "xox[a-z]-", "xapp-");
        if (slack.signingSecrets().isEmpty() && !slack.appToken().isPresent()) {
            throw new Mistake(
                    "SLACK_SIGNING_SECRET",
                    "is not set. Set it to the signing secret of your Slack app, or SLACK_APP_TOKEN for Socket Mode.");
        }
    }
}
