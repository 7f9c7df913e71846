package dev.muster.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Setting a date for the meeting on the post-mortem, within two days where the seeds are followed. Pure decisions. */
public final class Convening {

    /** So long before it begins it is called to mind. */
    public static final Duration AHEAD = Duration.ofMinutes(15);

    /** What the promise to call it to mind is about; the invitation is about nothing more. */
    public static final String SOON = "soon";

    private static final Duration LONGEST = Duration.ofHours(8);

    private Convening() {}

    /**
     * Sets it, or moves it.
     *
     * @throws Refusal if the incident goes on, was none, or the time is past
     */
    public static Change meet(Incident incident, Instant when, Duration length, Actor by, Instant at) {
        requireLearnedFrom(incident);
        if (!when.isAfter(at) || length.compareTo(LONGEST) > 0) {
            throw new Refusal(
                    "A meeting lies ahead and is over within %s. Nothing was changed. Say e.g. `/incident meet tomorrow 14:00 for 45m`."
                            .formatted(Words.of(LONGEST)));
        }
        Optional<Meeting> before = incident.conduct().meeting();
        if (before.filter(
                        meeting -> meeting.at().equals(when) && meeting.length().equals(length))
                .isPresent()) {
            return Change.none(incident);
        }
        Meeting meeting = new Meeting(when, length, before.map(Meeting::moved).orElse(-1) + 1, by);
        Entry entry = Entry.of(
                        at, Kind.POSTMORTEM, by, "The post-mortem is talked over on " + Words.day(when, Words.UTC))
                .with("meeting", when.toString())
                .asKey();
        return Watching.met(Change.to(incident.with(incident.conduct().meeting(meeting)))
                        .saying(entry))
                .promising(Promise.toRoom(incident.id(), Chore.MEETING, "", at))
                .promising(Promise.toRoom(incident.id(), Chore.MEETING, SOON, when.minus(AHEAD)));
    }

    private static void requireLearnedFrom(Incident incident) {
        if (incident.isActive()) {
            throw new Refusal("%s is not resolved yet: people meet over it afterwards. Nothing was changed."
                    .formatted(incident.id()));
        }
        if (incident.conduct().ending().isPresent()) {
            throw new Refusal("%s was none, or is the same as another. Nothing was changed.".formatted(incident.id()));
        }
    }
}
