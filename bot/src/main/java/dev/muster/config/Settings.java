package dev.muster.config;

import dev.muster.desk.Execution;
import dev.muster.desk.House;
import dev.muster.desk.Policy;
import dev.muster.incident.Severity;
import dev.muster.review.Templates;
import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that can be set, read once and checked.
 *
 * @param papers how post-mortems look
 * @param digest where and when a week's figures are told; nowhere from the start
 * @param execution what the bot may do by itself
 * @param trial the same where runbooks are tried out
 * @param hook who is told what was published
 * @param drafting who puts drafts into words
 */
public record Settings(
        House house,
        Templates papers,
        Policy.Table policy,
        Slack slack,
        Database database,
        Server server,
        Retention retention,
        Optional<Digest> digest,
        Path runbooks,
        Path scenarios,
        Execution execution,
        Execution trial,
        Optional<Service> hook,
        Optional<Service> drafting) {

    /**
     * How Slack is reached.
     *
     * @param signingSecrets one, or two while one is being rotated
     * @param share how much of what Slack's tiers allow is used; more than 1 where a workspace was promised more
     */
    public record Slack(Secret botToken, List<Secret> signingSecrets, Secret appToken, String apiUrl, double share) {}

    /**
     * A program outside.
     *
     * @param secret to sign what it is told, or to be let in by it
     * @param model which of its models is asked; empty where it has none
     */
    public record Service(URI url, Secret secret, String model) {}

    /** Where the database is. */
    public record Database(String url, Optional<String> user, Optional<Secret> password) {}

    /** Where it listens. */
    public record Server(String host, int port) {}

    /**
     * How long what was said is kept.
     *
     * @param raw events as Slack sent them, from when they are worked in
     * @param timelines by severity, from when the incident is closed; for ever where there is none
     */
    public record Retention(Duration raw, Map<Severity, Duration> timelines) {}

    /**
     * Where and when a week's figures are told.
     *
     * @param channel its name or id
     * @param day on which weeks begin
     */
    public record Digest(String channel, DayOfWeek day, LocalTime at) {}

    /** The bot's own secrets, which nobody may find written down. */
    public List<String> secrets() {
        return Stream.of(
                        Stream.of(slack.botToken(), slack.appToken()),
                        slack.signingSecrets().stream(),
                        database.password().stream(),
                        Stream.of(hook, drafting).flatMap(Optional::stream).map(Service::secret))
                .flatMap(secrets -> secrets)
                .filter(Secret::isPresent)
                .map(Secret::value)
                .toList();
    }
}
