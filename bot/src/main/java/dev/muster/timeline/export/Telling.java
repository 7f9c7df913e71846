package dev.muster.timeline.export;

import dev.muster.incident.Actor;
import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.timeline.Fields;
import dev.muster.timeline.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Rows in the words that people read, the same in every format. Times are UTC. */
final class Telling {

    static final String REDACTED = "(redacted)";

    private static final Map<Kind, String> WORDS = Map.of(
            Kind.MESSAGE_EDITED, "edited",
            Kind.MESSAGE_DELETED, "deleted",
            Kind.REACTION_ADDED, "reaction",
            Kind.REACTION_REMOVED, "reaction taken back",
            Kind.UPDATE, "status update",
            Kind.ACTION, "action item",
            Kind.GAP, "gap in the record",
            Kind.REDACTED, "redaction");
    private static final Set<Kind> FILLERS =
            Set.of(Kind.BOT, Kind.REACTION_ADDED, Kind.REACTION_REMOVED, Kind.JOINED, Kind.LEFT);
    private static final Set<Kind> SEEN_IN_SLACK = Set.of(
            Kind.MESSAGE,
            Kind.MESSAGE_EDITED,
            Kind.MESSAGE_DELETED,
            Kind.REACTION_ADDED,
            Kind.REACTION_REMOVED,
            Kind.PINNED,
            Kind.UNPINNED,
            Kind.FILE);
    private static final DateTimeFormatter CLOCK = utc("HH:mm:ss");
    private static final DateTimeFormatter MINUTE = utc("HH:mm");
    private static final DateTimeFormatter DATE = utc("d MMM uuuu");
    private static final DateTimeFormatter SHORT_DATE = utc("d MMM");
    private static final DateTimeFormatter YEAR = utc("uuuu");
    private static final DateTimeFormatter DAY = utc("EEEE d MMMM uuuu");

    private Telling() {}

    /** Whoever did it; Slack does not always tell, as with deletions. */
    static String who(Entry entry) {
        return entry.actor().map(Actor::name).orElse(SEEN_IN_SLACK.contains(entry.kind()) ? "somebody" : "Muster");
    }

    static String kind(Kind kind) {
        return WORDS.getOrDefault(kind, kind.lasting().replace('_', ' '));
    }

    /** Whether the row only fills the record: reactions, comings and goings, what the bot itself posted. */
    static boolean isFiller(Reading reading) {
        return FILLERS.contains(reading.entry().kind()) && !reading.key();
    }

    /** For what was done to a message: which one, by its time; else empty. */
    static String about(Reading reading) {
        return switch (reading.entry().kind()) {
            case MESSAGE_EDITED -> "edited the message" + saidAt(reading);
            case MESSAGE_DELETED -> "the message" + saidAt(reading) + " was deleted";
            case REACTION_ADDED, REACTION_REMOVED, PINNED, UNPINNED -> "on the message" + saidAt(reading);
            default -> "";
        };
    }

    /** Of a message that something was done to: when it was said, e.g. {@code  of 14:05:12}; empty if that is not known. */
    static String saidAt(Reading reading) {
        return reading.entry()
                .origin()
                .message()
                .map(message -> Times.of(message.ts(), ""))
                .map(said -> " of " + (isSameDay(said, reading.at()) ? "" : date(said) + " ") + clock(said))
                .orElse("");
    }

    /** The names of the files in a row's data or in its exported {@code message}; their ids where they have no name. */
    static List<String> fileNames(Fields files) {
        return files.list("files").stream()
                .map(file -> file.text("name").orElse(file.plain("id")))
                .toList();
    }

    static String clock(Instant at) {
        return CLOCK.format(at);
    }

    static String minute(Instant at) {
        return MINUTE.format(at);
    }

    static String date(Instant at) {
        return DATE.format(at);
    }

    /** The date, with its year only if that is another than the year of {@code near}. */
    static String date(Instant at, Instant near) {
        return SHORT_DATE.format(at) + (YEAR.format(at).equals(YEAR.format(near)) ? "" : " " + YEAR.format(at));
    }

    static String day(Instant at) {
        return DAY.format(at);
    }

    static boolean isSameDay(Instant one, Instant other) {
        return LocalDate.ofInstant(one, ZoneOffset.UTC).equals(LocalDate.ofInstant(other, ZoneOffset.UTC));
    }

    /** On one line, and no longer than that many characters; never half a character. */
    static String shortened(String text, int longest) {
        String line = text.length() > 4 * longest ? text.substring(0, 4 * longest) : text;
        String flat = line.replaceAll("\\s+", " ").strip();
        if (flat.codePointCount(0, flat.length()) <= longest && line.length() == text.length()) {
            return flat;
        }
        int kept = Math.min(longest - 1, flat.codePointCount(0, flat.length()));
        return flat.substring(0, flat.offsetByCodePoints(0, kept)).strip() + "…";
    }

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
