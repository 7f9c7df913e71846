package dev.muster.integrations.calendar;

import dev.muster.desk.Calendar;
import dev.muster.incident.Incident;
import dev.muster.incident.Meeting;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Meetings as iCalendar (RFC 5545), as a file that is read in and not as a request: that would need an organizer with an
 * address (RFC 5546, 3.2.2), and Slack tells none. Safe for many threads.
 */
public final class MeetingFile implements Calendar {

    private final URI base;
    private final InstantSource clock;

    /** @param base where the bot lives, which makes its meetings' ids unlike anybody else's */
    public MeetingFile(URI base, InstantSource clock) {
        this.base = base;
        this.clock = clock;
    }

    @Override
    public String invitation(Incident incident, Meeting meeting) {
        VEvent event = new VEvent(false);
        event.add(new Uid("%s-postmortem@%s".formatted(incident.id(), base.getHost())));
        event.add(new DtStamp(clock.instant()));
        event.add(new Sequence(meeting.moved()));
        event.add(new DtStart<>(meeting.at()));
        event.add(new DtEnd<>(meeting.end()));
        event.add(new Summary("Post-mortem of %s: %s".formatted(incident.id(), incident.title())));
        event.add(new Description(
                "What happened, why, and what keeps it from happening again. Nobody is blamed.\nThe draft: /incident %d postmortem"
                        .formatted(incident.id().number())));
        net.fortuna.ical4j.model.Calendar file = new net.fortuna.ical4j.model.Calendar();
        file.add(new ProdId("-//Muster//Post-mortems//EN"));
        file.add(ImmutableVersion.VERSION_2_0);
        file.add(event);
        return written(file);
    }

    private static String written(net.fortuna.ical4j.model.Calendar file) {
        try (StringWriter out = new StringWriter()) {
            new CalendarOutputter().output(file, out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
