package dev.muster.command;

import dev.muster.desk.House;
import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Markup;
import dev.muster.incident.Convening;
import dev.muster.incident.Incident;
import dev.muster.incident.Meeting;
import dev.muster.incident.Refusal;
import dev.muster.incident.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Sets a date for the meeting on the post-mortem. */
public final class MeetVerb implements Verb {

    private static final String USUAL = "45m";

    private final IncidentDesk desk;
    private final House house;

    public MeetVerb(IncidentDesk desk, House house) {
        this.desk = desk;
        this.house = house;
    }

    @Override
    public String name() {
        return "meet";
    }

    @Override
    public String purpose() {
        return "Sets a date to talk over the post-mortem, and gives everybody a file for their calendars.";
    }

    @Override
    public List<String> usages() {
        return List.of("meet DATE [for 45m]");
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.line("at", "When?", "tomorrow 14:00, friday 10:30, 2026-12-01 16:00, in your own time zone")
                        .needed(),
                Field.line("length", "For how long?", "45m, 1h; empty: " + USUAL));
    }

    @Override
    public Map<String, String> suggestions(Request request) {
        return Map.of("length", USUAL);
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.taking("length", "for ([0-9]+ ?[a-z]+)").rest("at");
    }

    @Override
    public Reply act(Request request) {
        ZoneId zone = request.by().zone();
        Instant when = TimeWords.due(request.get("at"), request.said().at(), zone, house.remindAt(), zone);
        Duration length = length(request.find("length").orElse(USUAL));
        Incident after = desk.change(
                request.id(),
                request.origin(),
                (incident, at) -> Convening.meet(incident, when, length, request.actor(), at));
        Meeting meeting = after.conduct().meeting().orElseThrow();
        return Reply.tell("The post-mortem of %s is talked over %s (%s), for %s."
                .formatted(
                        after.id(),
                        Markup.time(meeting.at()),
                        Words.day(meeting.at(), zone),
                        Words.of(meeting.length())));
    }

    private static Duration length(String words) {
        return Words.duration(words)
                .filter(length -> !length.isZero())
                .orElseThrow(() -> new Refusal("`%s` is no length of time. Nothing was changed. Say 45m or 1h."
                        .formatted(Words.again(words))));
    }
}
