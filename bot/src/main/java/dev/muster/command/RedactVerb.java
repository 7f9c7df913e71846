package dev.muster.command;

import dev.muster.desk.Custody;
import dev.muster.incident.Refusal;
import dev.muster.timeline.RowNumbers;
import java.util.List;
import java.util.Map;

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
        return request.find("ref")
                .flatMap(Ref::find)
                .map(message -> Map.of(
                        "lines", custody.linesAbout(request.id(), message).toString()))
                .orElse(Map.of());
    }

    @Override
    public Reply act(Request request) {
        RowNumbers lines = RowNumbers.find(request.get("lines").replace(" ", ""))
                .orElseThrow(
                        () -> new Refusal("`%s` are no numbers of lines. Nothing was changed. Try `17` or `12-15, 18`."
                                .formatted(request.get("lines"))));
        RowNumbers blanked = custody.redact(request.id(), lines, request.get("reason"), request.actor());
        return Reply.tell(told(request, blanked));
    }

    private static String told(Request request, RowNumbers blanked) {
        return blanked.all().isEmpty()
                ? "Nothing was left to redact in these lines of %s.".formatted(request.id())
                : "Redacted on the timeline of %s: %s. In Slack the messages still stand; delete them there too."
                        .formatted(request.id(), blanked);
    }
}
