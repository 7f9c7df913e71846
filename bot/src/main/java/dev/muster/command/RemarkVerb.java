package dev.muster.command;

import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Markup;
import dev.muster.desk.People;
import dev.muster.incident.Incident;
import dev.muster.incident.Kind;
import dev.muster.incident.Responding;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes something on the timeline as a key moment: a note, or a decision that the channel is told. */
public final class RemarkVerb implements Verb {

    private final Kind kind;
    private final String purpose;
    private final IncidentDesk desk;
    private final People people;

    private RemarkVerb(Kind kind, String purpose, IncidentDesk desk, People people) {
        this.kind = kind;
        this.purpose = purpose;
        this.desk = desk;
        this.people = people;
    }

    public static RemarkVerb note(IncidentDesk desk, People people) {
        return new RemarkVerb(
                Kind.NOTE, "Writes a note on the timeline, with the time that it is about.", desk, people);
    }

    public static RemarkVerb decision(IncidentDesk desk, People people) {
        return new RemarkVerb(Kind.DECISION, "Writes a decision on the timeline and tells the channel.", desk, people);
    }

    @Override
    public String name() {
        return kind.lasting();
    }

    @Override
    public String purpose() {
        return purpose;
    }

    @Override
    public List<String> usages() {
        return List.of(name() + " [TIME] TEXT");
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.text("text", kind == Kind.NOTE ? "What happened?" : "What was decided, and why?", "")
                        .needed(),
                Field.line("at", "When?", "14:05, 10m ago; empty: now"));
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.taking("ref", Ref.PATTERN)
                .taking("at", "^(" + TimeWords.MOMENT + ")")
                .rest("text");
    }

    @Override
    public Reply act(Request request) {
        Instant happened = request.moment("at");
        String text = PlainWords.of(request.get("text"), people);
        Incident after = desk.change(
                request.id(),
                request.origin(),
                (incident, at) -> Responding.remark(
                        incident, kind, text, request.find("ref").flatMap(Ref::find), request.actor(), happened));
        String name = kind.lasting().toLowerCase(Locale.ROOT);
        return Reply.tell("The %s is on the timeline of %s at %s.".formatted(name, after.id(), Markup.time(happened)));
    }
}
