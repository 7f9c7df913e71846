package dev.muster.desk;

import dev.muster.desk.Remembered.Help;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Kind;
import dev.muster.incident.Stage;
import dev.muster.review.Postmortem;
import dev.muster.review.Section;
import dev.muster.timeline.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known to have helped in an incident, by what people wrote of it. */
final class Helping {

    private static final List<Section> HELPFUL = List.of(Section.WELL, Section.RESPONSE, Section.SUMMARY);

    private final Timelines timelines;
    private final Reviews reviews;

    Helping(Timelines timelines, Reviews reviews) {
        this.timelines = timelines;
        this.reviews = reviews;
    }

    /** What the published post-mortem says; else with what it was resolved; else what was decided last. */
    Optional<Help> in(IncidentId id) {
        return reviews.published(id)
                .flatMap(Helping::learned)
                .map(words -> new Help("its post-mortem", words))
                .or(() ->
                        last(id, Kind.STAGE, Helping::resolution).map(words -> new Help("how it was resolved", words)))
                .or(() -> last(id, Kind.DECISION, row -> Optional.of(row.entry().text()))
                        .map(words -> new Help("the last decision", words)));
    }

    private static Optional<String> learned(Postmortem paper) {
        return HELPFUL.stream().flatMap(section -> paper.text(section).stream()).findFirst();
    }

    private static Optional<String> resolution(Row row) {
        Map<String, Object> data = row.entry().data();
        return Optional.ofNullable(data.get("text"))
                .filter(text -> Stage.RESOLVED.toString().equals(data.get("to")))
                .map(String::valueOf);
    }

    private Optional<String> last(IncidentId id, Kind kind, Words words) {
        return timelines.keyMoments(id, kind).stream()
                .flatMap(row -> words.of(row).stream())
                .filter(text -> !text.isBlank())
                .reduce((one, other) -> other);
    }

    /** What a row says of it. */
    @FunctionalInterface
    private interface Words {
        Optional<String> of(Row row);
    }
}
