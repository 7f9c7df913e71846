package dev.muster.desk;

import dev.muster.incident.Incident;
import dev.muster.incident.Meeting;

/** Invitations that people's calendars understand. */
@FunctionalInterface
public interface Calendar {

    /** The meeting as an iCalendar file (RFC 5545). The same meeting, moved, replaces what it was before. */
    String invitation(Incident incident, Meeting meeting);
}
