package dev.muster.desk;

import dev.muster.desk.Chat.LostPlace;
import dev.muster.desk.Chat.NotEver;
import dev.muster.desk.Chat.NotNow;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Entry;
import dev.muster.incident.Finishing;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Stage;
import dev.muster.timeline.Gap;
import dev.muster.timeline.Heard;
import dev.muster.timeline.Reading;
import dev.muster.timeline.Reading.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Reads a channel's history, so that what did not arrive by itself stands on the timeline all the same, and what cannot be
 * known is said. Every page is worked in together with the place to go on from.
 */
public final class CatchUp {

    /** After so many pages others have their turn. */
    private static final int PAGES = 40;

    /** Events that are not worked in yet would look as if they had been missed. */
    private static final Duration LAG = Duration.ofSeconds(5);

    private final Readings readings;
    private final Inbox inbox;
    private final IncidentDesk desk;
    private final Chat chat;
    private final HistoryReader reader;
    private final InstantSource clock;

    public CatchUp(
            Readings readings, Inbox inbox, IncidentDesk desk, Chat chat, HistoryReader reader, InstantSource clock) {
        this.readings = readings;
        this.inbox = inbox;
        this.desk = desk;
        this.chat = chat;
        this.reader = reader;
        this.clock = clock;
    }

    /** Turns what a page of a channel holds into lines. */
    @FunctionalInterface
    public interface HistoryReader {

        /**
         * What the page shows that the timeline may not have yet: messages and their marks, and what is gone.
         *
         * @param asked when the page was asked for: what was written down later says nothing about it
         */
        List<Entry> lines(Incident incident, Page page, Reading place, Instant asked);
    }

    void read(Incident incident, ChannelId channel, Claim claim) {
        requireWorkedIn();
        Heard heard = heard(incident.id(), channel);
        boolean isTheEnd = claim.promise().isTheEnd();
        if (!(isTheEnd && isRead(heard, claim.promise().due()))) {
            readOn(incident, channel, heard, claim.promise().due());
        }
        if (isTheEnd) {
            putAway(incident);
        }
    }

    private void readOn(Incident incident, ChannelId channel, Heard from, Instant due) {
        Heard heard = from;
        for (int pages = 0; pages < PAGES; pages++) {
            Reading place = heard.place(clock.instant());
            if (!place.isFinished()) {
                heard = step(incident, channel, heard, place);
            } else if (finish(incident, heard).reaches(due)) {
                return;
            } else {
                heard = heard(incident.id(), channel);
            }
        }
        throw NotNow.untried("there is more to read", Duration.ofSeconds(1));
    }

    /** What was read before a crash need not, and once it is put away cannot, be read again. A clock may have been set back. */
    private boolean isRead(Heard heard, Instant due) {
        return heard.reading().isEmpty() && heard.reaches(due) && !heard.reaches(clock.instant());
    }

    private Heard heard(IncidentId id, ChannelId channel) {
        return readings.find(id)
                .filter(known -> known.channel().equals(channel))
                .orElse(Heard.nothing(channel));
    }

    private void requireWorkedIn() {
        boolean lags = inbox.depth()
                .oldest()
                .filter(at -> at.isBefore(clock.instant().minus(LAG)))
                .isPresent();
        if (lags) {
            throw NotNow.untried("events wait to be worked in first", Duration.ofSeconds(1));
        }
    }

    private Heard step(Incident incident, ChannelId channel, Heard heard, Reading place) {
        try {
            Instant asked = clock.instant();
            Page page = chat.read(channel, place);
            List<Entry> lines = reader.lines(incident, page, place, asked);
            return readings.advance(incident.id(), lines, fresh -> heard.with(place.after(page), fresh));
        } catch (LostPlace lost) {
            return goOn(incident, heard, place.withoutCursor(), List.of());
        } catch (NotEver refusal) {
            if (place.thread().isEmpty()) {
                throw refusal;
            }
            return goOn(incident, heard, place.withoutThread(), List.of(unread(incident, heard, place, refusal)));
        }
    }

    private Heard goOn(Incident incident, Heard heard, Reading place, List<Entry> lines) {
        return readings.advance(incident.id(), lines, fresh -> heard.with(place, List.of()));
    }

    private Entry unread(Incident incident, Heard heard, Reading place, NotEver refusal) {
        String thread = place.thread().orElseThrow();
        return Gap.line(
                        heard.from(incident.facts().declaredAt()),
                        clock.instant(),
                        clock.instant(),
                        "The replies to message " + thread + " could not be read: " + refusal.getMessage())
                .with("thread", thread);
    }

    /** A reading that was cut off before it was asked for once more knows nothing of what was said since. */
    private Heard finish(Incident incident, Heard heard) {
        Instant since = incident.facts().declaredAt();
        List<Entry> gap = heard.gap(since, clock.instant()).stream().toList();
        return readings.advance(incident.id(), gap, fresh -> heard.complete());
    }

    /** Nothing can be read any more: from when to when is said. */
    void gaveUp(Incident incident, ChannelId channel, String why) {
        Heard heard = heard(incident.id(), channel);
        Instant now = clock.instant();
        Entry gap =
                Gap.line(heard.from(incident.facts().declaredAt()), now, now, "The channel could not be read: " + why);
        readings.advance(incident.id(), List.of(gap), fresh -> Heard.nothing(channel));
        putAway(incident);
    }

    private void putAway(Incident incident) {
        if (incident.stage() == Stage.CLOSED) {
            desk.change(incident.id(), Finishing::readToTheEnd);
        }
    }
}
