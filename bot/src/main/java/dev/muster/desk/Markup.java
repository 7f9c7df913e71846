package dev.muster.desk;

import dev.muster.incident.ChannelId;
import dev.muster.incident.Refusal;
import dev.muster.incident.UserId;
import dev.muster.incident.Words;
import dev.muster.runbook.Template;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Slack's markup, made safely: what others wrote is escaped, so that it can neither mention anybody nor look like a link
 * (docs.slack.dev, "Formatting message text").
 */
public final class Markup {

    private Markup() {}

    /** Text that somebody wrote, to be shown as it is: it neither calls, links nor formats anything. */
    public static String escape(String text) {
        return encoded(Literal.of(text));
    }

    /** Text of the team's own, or of ours: it may be formatted, but neither calls anybody nor hides a link. */
    public static String entities(String text) {
        return encoded(Literal.seen(text));
    }

    private static String encoded(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Fills values, which may be anybody's words, into what is markup already. */
    public static String fill(String markup, Map<String, String> values) {
        Map<String, String> safe = new HashMap<>();
        values.forEach((name, value) -> safe.put(name, escape(value)));
        return Template.fill(markup, safe);
    }

    /** Text that somebody wrote where Slack knows no markup at all: only what can be seen. */
    public static String plain(String text) {
        return Literal.seen(text);
    }

    /** Text that somebody wrote, escaped and cut to a length; never inside a character or an entity. */
    public static String escape(String text, int longest) {
        int[] points = text.codePoints().limit(longest + 1L).toArray();
        return escape(points.length > longest ? new String(points, 0, longest - 1) + "…" : text);
    }

    /** A refusal with a mention of whom it is about. */
    public static String of(Refusal refusal) {
        return refusal.named(Markup::entities, Markup::mention);
    }

    public static String mention(UserId user) {
        return "<@" + user + ">";
    }

    public static String link(ChannelId channel) {
        return "<#" + channel + ">";
    }

    /** A link with a label, in which nothing ends it. */
    public static String link(String url, String label) {
        return "<" + entities(url) + "|" + escape(label.replace('|', '¦')) + ">";
    }

    /** A moment in the reader's own zone; where that cannot be shown, in UTC. */
    public static String time(Instant at) {
        return "<!date^%d^{date_short_pretty} {time}|%s>".formatted(at.getEpochSecond(), Words.day(at, Words.UTC));
    }
}
