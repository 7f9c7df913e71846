package dev.muster.integrations.calendar;

import dev.muster.desk.Calendar;
import dev.muster.incident.Incident;
import dev.muster.incident.Meeting;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Meetings as iCalendar (RFC 5545), as a file that is read in and not as a request: that would need an organizer with an
 * address (RFC 5546, 3.2.2), and Slack tells none. Safe for many threads.
 */
public final class MeetingFile implements Calendar {

    /** Octets in a line, without its end (RFC 5545, 3.1). */
    private static final int LONGEST = 75;

    private static final String END = "\r\n";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final URI base;
    private final InstantSource clock;

    /** @param base where the bot lives, which makes its meetings' ids unlike anybody else's */
    public MeetingFile(URI base, InstantSource clock) {
        this.base = base;
        this.clock = clock;
    }

    @Override
    public String invitation(Incident incident, Meeting meeting) {
        return List.of(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Muster//Post-mortems//EN",
                        "BEGIN:VEVENT",
                        "UID:%s-postmortem@%s".formatted(incident.id(), base.getHost()),
                        "DTSTAMP:" + TIME.format(clock.instant()),
                        "SEQUENCE:" + meeting.moved(),
                        "DTSTART:" + TIME.format(meeting.at()),
                        "DTEND:" + TIME.format(meeting.end()),
                        "SUMMARY:" + text("Post-mortem of %s: %s".formatted(incident.id(), incident.title())),
                        "DESCRIPTION:" + text(about(incident)),
                        "END:VEVENT",
                        "END:VCALENDAR")
                .stream()
                .map(MeetingFile::folded)
                .collect(Collectors.joining(END, "", END));
    }

    private static String about(Incident incident) {
        return "What happened, why, and what keeps it from happening again. Nobody is blamed.\nThe draft: /incident %d postmortem"
                .formatted(incident.id().number());
    }

    /** RFC 5545, 3.3.11; what cannot be seen is left out. */
    private static String text(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /** Longer lines go on in the next, which begins with a space; never inside a character. */
    private static String folded(String line) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int point : line.codePoints().toArray()) {
            String character = Character.toString(point);
            int more = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > LONGEST) {
                folded.append(END).append(' ');
                octets = 1;
            }
            folded.append(character);
            octets += more;
        }
        return folded.toString();
    }
}
