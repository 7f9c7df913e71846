package dev.muster.main;

import dev.muster.config.Settings;
import dev.muster.desk.Chat.NotEver;
import dev.muster.desk.Chat.NotNow;
import dev.muster.slack.Allowance;
import dev.muster.slack.Channels;
import dev.muster.slack.Contacts;
import dev.muster.slack.Credentials;
import dev.muster.slack.Credentials.Holder;
import dev.muster.slack.Skew;
import dev.muster.slack.Web;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks, by calling it, whether Slack knows the bot and lets it do what it must. */
final class SlackCheckup {

    private static final String MANIFEST = "`muster manifest --url https://…`";

    private final Settings settings;
    private final Skew skew;
    private final InstantSource clock;

    SlackCheckup(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.skew = new Skew(clock);
        this.clock = clock;
    }

    List<Check> all() throws Exception {
        String token = settings.slack().botToken().value();
        if (token.isEmpty()) {
            return List.of(new Check(
                    "slack",
                    "is not set up: SLACK_BOT_TOKEN is not set",
                    "make the app from %s, install it, and set SLACK_BOT_TOKEN; or try Muster without Slack: `muster rehearse`"
                            .formatted(MANIFEST)));
        }
        Allowance allowance = new Allowance(clock, settings.slack().share());
        try (Web web = new Web(settings.slack().apiUrl(), token, allowance, skew)) {
            return all(web);
        }
    }

    private List<Check> all(Web web) throws IOException {
        Credentials credentials = new Credentials(web);
        List<Check> checks = new ArrayList<>();
        try {
            Holder holder = credentials.holder();
            checks.add(Check.well("slack", "knows the bot as @%s in %s".formatted(holder.name(), holder.team())));
            checks.add(scopes(holder));
            checks.add(clock());
            checks.add(way(credentials));
            checks.addAll(channels(new Contacts(web, new Channels(web, settings.house()))));
        } catch (RuntimeException trouble) { // Slack's no or its silence; or an address that is none.
            checks.add(new Check(
                    "slack",
                    String.valueOf(trouble.getMessage()),
                    "see that this machine reaches %s, and that SLACK_BOT_TOKEN is the app's bot token (xoxb-…)"
                            .formatted(settings.slack().apiUrl())));
        }
        return checks;
    }

    private static Check scopes(Holder holder) throws IOException {
        Set<String> wanted = ManifestCommand.scopes();
        if (holder.scopes().isEmpty()) {
            return Check.well("scopes", "not compared: Slack did not say what the token may do");
        }
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(holder.scopes().get());
        return missing.isEmpty()
                ? Check.well("scopes", "all %d that the bot needs".formatted(wanted.size()))
                : new Check(
                        "scopes",
                        "the token lacks " + String.join(", ", missing),
                        "put what %s prints into the app's settings at Slack, and install the app again"
                                .formatted(MANIFEST));
    }

    private Check clock() {
        if (!skew.trouble().isEmpty()) {
            return new Check("clock", skew.trouble(), "set it by NTP, e.g. `timedatectl set-ntp true`");
        }
        return Check.well(
                "clock",
                skew.ahead()
                        .map(Duration::toSeconds)
                        .map(seconds -> "differs from Slack's by %d s".formatted(Math.abs(seconds)))
                        .orElse("not compared: Slack's answer took too long"));
    }

    /** By which way Slack reaches the bot. */
    private Check way(Credentials credentials) {
        if (settings.slack().appToken().isPresent()) {
            return socket(credentials);
        }
        return settings.slack().signingSecrets().isEmpty()
                ? new Check(
                        "events",
                        "Slack has no way to the bot: neither SLACK_SIGNING_SECRET nor SLACK_APP_TOKEN is set",
                        "set the app's signing secret, or for Socket Mode an app-level token with connections:write")
                : Check.well(
                        "events",
                        "come to %sslack/events, signed"
                                .formatted(settings.house().home()));
    }

    private Check socket(Credentials credentials) {
        try {
            credentials.requireSockets(settings.slack().appToken().value());
            return Check.well("events", "come through a socket, which Slack lets the bot open");
        } catch (NotNow | NotEver trouble) {
            return new Check(
                    "events",
                    String.valueOf(trouble.getMessage()),
                    "set SLACK_APP_TOKEN to an app-level token (xapp-…) with connections:write, and turn Socket Mode on");
        }
    }

    private List<Check> channels(Contacts contacts) {
        List<Check> checks = new ArrayList<>(
                List.of(channel(contacts, "announce", settings.house().announce())));
        settings.digest().ifPresent(digest -> {
            checks.add(channel(contacts, "insights.digest.channel", digest.channel()));
            checks.add(
                    Digest.canDraw()
                            ? Check.well("pictures", "can be drawn")
                            : new Check(
                                    "pictures",
                                    "cannot be drawn by this Java",
                                    "install the packages fontconfig and libfreetype6"));
        });
        return checks;
    }

    private static Check channel(Contacts contacts, String setting, String channel) {
        return contacts.exists("#" + channel)
                ? Check.well("channel", "#%s is there (%s)".formatted(channel, setting))
                : new Check(
                        "channel",
                        "there is no #%s that the bot can see (%s)".formatted(channel, setting),
                        "make it, invite the bot if it is private, or set %s to another".formatted(setting));
    }
}
