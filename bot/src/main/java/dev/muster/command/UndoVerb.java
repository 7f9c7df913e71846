package dev.muster.command;

import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Markup;
import dev.muster.desk.Notice.Choice;
import dev.muster.desk.People;
import dev.muster.desk.Timelines;
import dev.muster.incident.Actor;
import dev.muster.incident.Entry;
import dev.muster.incident.Handbook;
import dev.muster.incident.Incident;
import dev.muster.incident.Kind;
import dev.muster.incident.Refusal;
import dev.muster.incident.Undoing;
import dev.muster.incident.UserId;
import dev.muster.incident.Words;
import dev.muster.timeline.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes back what somebody has just done themselves by mistake. */
public final class UndoVerb implements Verb {

    private static final int LOOKED_AT = 50;

    private final IncidentDesk desk;
    private final Timelines timelines;
    private final Handbook handbook;
    private final People people;

    public UndoVerb(IncidentDesk desk, Timelines timelines, Handbook handbook, People people) {
        this.desk = desk;
        this.timelines = timelines;
        this.handbook = handbook;
        this.people = people;
    }

    @Override
    public String name() {
        return "undo";
    }

    @Override
    public String purpose() {
        return "Takes back the stage, severity, role or time that you have set in the last %s."
                .formatted(Words.of(Undoing.WHILE));
    }

    @Override
    public List<String> usages() {
        return List.of("undo [stage|sev|role|time]");
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.word("what").found();
    }

    @Override
    public Reply act(Request request) {
        Entry line = last(request);
        Optional<Actor> before = Optional.ofNullable(line.data().get("from"))
                .filter(from -> line.kind() == Kind.ROLE)
                .map(from -> people.get(new UserId(from.toString())).actor());
        desk.change(
                request.id(),
                request.origin(),
                (incident, at) -> Undoing.undo(incident, line, before, request.actor(), handbook, at));
        return Reply.tell("Taken back: %s. The channel is told, and both stay on the timeline."
                .formatted(Markup.escape(line.text(), 300)));
    }

    /** The button beside an answer that takes back what it says. */
    static Choice button(Incident incident, String what) {
        return new Choice("Undo", incident.id() + " undo " + what);
    }

    private Entry last(Request request) {
        List<Row> rows = new ArrayList<>(timelines.keyMoments(request.id(), LOOKED_AT));
        Collections.reverse(rows);
        return rows.stream()
                .filter(row -> row.recordedAt().isAfter(request.said().at().minus(Undoing.WHILE)))
                .map(Row::entry)
                .filter(entry -> entry.actor().equals(Optional.of(request.actor())))
                .filter(Undoing::isUndoable)
                .filter(entry -> isMeant(entry, request.find("what").orElse("")))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "There is nothing of yours in the last %s that can be taken back. Nothing was changed. A stage, a severity, a role and a time can; everything else is corrected by saying it anew."
                                .formatted(Words.of(Undoing.WHILE))));
    }

    private static boolean isMeant(Entry entry, String what) {
        return switch (what) {
            case "stage", "resolve" -> entry.kind() == Kind.STAGE;
            case "sev", "severity" -> entry.kind() == Kind.SEVERITY;
            case "role" -> entry.kind() == Kind.ROLE;
            case "time" -> entry.kind() == Kind.NOTE;
            default -> true;
        };
    }
}
