package dev.muster.command;

import dev.muster.desk.Custody;
import dev.muster.desk.Policy;
import dev.muster.incident.Refusal;
import dev.muster.incident.Words;
import dev.muster.timeline.RowNumbers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes lines of the timeline off the record. */
public final class RedactVerb implements Verb {

    private final Custody custody;

    public RedactVerb(Custody custody) {
        this.custody = custody;
    }

    @Override
    public String name() {
        return "redact";
    }

    @Override
    public String purpose() {
        return "Blanks what lines of the timeline say, everywhere and for good; that they were there stays.";
    }

    @Override
    public List<String> usages() {
        return List.of("redact NUMBER[-NUMBER] because REASON");
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.line("lines", "Which lines?", "Their numbers, e.g. 17 or 12-15, 18")
                        .needed(),
                Field.line("reason", "Why?", "Stands on the timeline").needed());
    }

    @Override
    public String submit() {
        return "Redact";
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.taking("ref", Ref.PATTERN)
                .taking("reason", "because (.+)$")
                .taking("lines", "^#?([0-9]+(?: *- *[0-9]+)?(?: *, *[0-9]+(?: *- *[0-9]+)?)*)")
                .found();
    }

    /** For a message that was pointed at: the lines about it. */
    @Override
    public Map<String, String> suggestions(Request request) {
        return pointedAt(request)
                .map(lines -> Map.of("lines", lines.toString()))
                .orElse(Map.of());
    }

    /** Once it is known which lines are meant, it depends on who said them. */
    @Override
    public void requireAllowed(Policy policy, Request request) {
        request.find("lines")
                .flatMap(RedactVerb::lines)
                .or(() -> pointedAt(request))
                .ifPresent(lines -> custody.each(
                        request.id(),
                        lines,
                        row -> policy.requireRedact(
                                request.incident(),
                                row.seq(),
                                row.entry(),
                                request.by().id())));
    }

    @Override
    public Reply act(Request request) {
        RowNumbers lines = lines(request.get("lines"))
                .orElseThrow(
                        () -> new Refusal("`%s` are no numbers of lines. Nothing was changed. Try `17` or `12-15, 18`."
                                .formatted(Words.again(request.get("lines")))));
        RowNumbers blanked = custody.redact(request.id(), lines, request.get("reason"), request.actor());
        return Reply.tell(told(request, blanked));
    }

    private Optional<RowNumbers> pointedAt(Request request) {
        return request.find("ref").flatMap(Ref::find).map(message -> custody.linesAbout(request.id(), message));
    }

    private static Optional<RowNumbers> lines(String typed) {
        return RowNumbers.find(typed.replace(" ", ""));
    }

    private static String told(Request request, RowNumbers blanked) {
        return blanked.all().isEmpty()
                ? "Nothing was left to redact in these lines of %s.".formatted(request.id())
                : "Redacted on the timeline of %s: %s. In Slack the messages still stand; delete them there too."
                        .formatted(request.id(), blanked);
    }
}
