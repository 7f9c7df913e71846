package dev.muster.main;

import dev.muster.command.SlackInk;
import dev.muster.config.Settings;
import dev.muster.desk.Chat;
import dev.muster.desk.Chat.NotEver;
import dev.muster.desk.Chat.NotNow;
import dev.muster.desk.Insights;
import dev.muster.desk.Notice.Text;
import dev.muster.desk.Once;
import dev.muster.incident.MessageRef;
import dev.muster.insight.Week;
import dev.muster.insight.Weekly;
import dev.muster.insight.picture.Chart;
import dev.muster.insight.picture.Picture;
import dev.muster.slack.Uploads;
import java.awt.AWTError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a channel once a week what the last week's incidents come to. What was not said in its own week is not said any more. */
final class Digest {

    /** How often it is looked whether it is time. */
    static final Duration EVERY = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(Digest.class);
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration LATER = Duration.ofHours(1);

    private final Settings.Digest rule;
    private final Insights insights;
    private final Once once;
    private final Chat chat;
    private final Uploads uploads;
    private final ZoneId zone;
    private final InstantSource clock;
    private final Turn turn = new Turn();

    /** @param zone by whose clock it is time */
    Digest(
            Settings.Digest rule,
            Insights insights,
            Once once,
            Chat chat,
            Uploads uploads,
            ZoneId zone,
            InstantSource clock) {
        this.rule = rule;
        this.insights = insights;
        this.once = once;
        this.chat = chat;
        this.uploads = uploads;
        this.zone = zone;
        this.clock = clock;
    }

    /** Says what is due, if nobody has. Called by one thread only. */
    void look() {
        Instant now = clock.instant();
        LocalDate begin = LocalDate.ofInstant(now, zone).with(TemporalAdjusters.previousOrSame(rule.day()));
        Instant due = begin.atTime(rule.at()).atZone(zone).toInstant();
        if (!now.isBefore(due) && turn.has(now)) {
            turn.in(SOON, now);
            sayOnce(Week.before(begin), now);
        }
    }

    private void sayOnce(Week week, Instant now) {
        String key = "digest/" + week.name();
        try {
            once.perform(key, () -> say(week, key));
        } catch (NotNow later) {
            log.info("the figures of {} are told later: {}", week.name(), later.getMessage());
        } catch (NotEver refused) {
            log.warn(
                    "the figures of {} could not be told; trying again in an hour: {}",
                    week.name(),
                    refused.getMessage());
            once.free(key);
            turn.in(LATER, now);
        }
    }

    /** In two messages, since a file can carry no key by which it would be found again. */
    private void say(Week week, String key) {
        Weekly weekly = Weekly.of(week, zone, period -> insights.of(period, incident -> false));
        Chart chart = Chart.of(weekly);
        MessageRef said = chat.post(chat.channel(rule.channel()), new Text(weekly.text(new SlackInk())), key, true);
        drawn(chart).ifPresent(picture -> show(said, picture, week, chart));
    }

    /** The words say all of it; a picture that Slack does not take is left out. */
    private void show(MessageRef said, byte[] picture, Week week, Chart chart) {
        try {
            uploads.show(said, picture, "incidents-%s.png".formatted(week.name()), chart.words(), chart.title());
        } catch (NotEver refused) {
            log.warn("the figures of {} stand there without their picture: {}", week.name(), refused.getMessage());
        }
    }

    /** Whether there would be a picture. */
    static boolean canDraw() {
        return drawn(new Chart("Ä", "1", List.of(), List.of())).isPresent();
    }

    /** A machine without what Java draws letters with gets the words alone. */
    private static Optional<byte[]> drawn(Chart chart) {
        try {
            return Optional.of(Picture.png(chart));
        } catch (RuntimeException | LinkageError | InternalError | AWTError unable) {
            log.warn("no picture can be drawn here; are fontconfig and libfreetype installed?", unable);
            return Optional.empty();
        }
    }
}
