package dev.muster.review;

import dev.muster.incident.ActionItem;
import dev.muster.incident.Entry;
import dev.muster.incident.FollowingUp;
import dev.muster.incident.Incident;
import dev.muster.incident.Milestone;
import dev.muster.incident.UserId;
import dev.muster.incident.Words;
import dev.muster.timeline.Row;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of a paper: when what was reached, how long it took, what happened, and what will be done. */
final class Tables {

    private final Minutes minutes;
    private final Incident incident;
    private final Lines lines;

    Tables(Minutes minutes) {
        this.minutes = minutes;
        this.incident = minutes.incident();
        this.lines = new Lines(minutes);
    }

    String timeline() {
        return Stream.of(
                        table("| | Moment | When |\n|---|---|---|", times()),
                        table("| Measure | From → to | Took |\n|---|---|---|", spans()),
                        table("| When | Who | What | Row |\n|---|---|---|---|", moments()))
                .filter(table -> !table.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private Stream<String> times() {
        return Stream.of(Milestone.values()).flatMap(milestone -> incident.time(milestone).stream()
                .map(at -> "| %s | %s | %s |".formatted(milestone.code(), milestone.meaning(), lines.moment(at))));
    }

    private Stream<String> spans() {
        return Stream.of(Span.values())
                .flatMap(span -> span.of(incident).stream().map(took -> "| %s (%s) | %s | %s |"
                        .formatted(span.title(), span.code(), span.definition(), Words.of(took))));
    }

    private Stream<String> moments() {
        return lines.story().map(this::moment);
    }

    private String moment(Row row) {
        Entry entry = row.entry();
        return "| %s | %s | %s | %s |"
                .formatted(lines.moment(entry.at()), lines.who(row), Lines.words(row), Lines.number(row));
    }

    String actions() {
        Stream<String> rows = incident.actions().stream()
                .sorted(Comparator.comparing(ActionItem::priority).thenComparing(ActionItem::due))
                .map(this::item);
        return table("| | What | Owner | Due | Priority | State | Row |\n|---|---|---|---|---|---|---|", rows);
    }

    private String item(ActionItem item) {
        return "| %d | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        item.number(),
                        Paper.line(item.text()),
                        Paper.line(owner(item)),
                        item.due().atZone(item.zone()).toLocalDate(),
                        item.priority(),
                        item.state(),
                        promised(item).map(Lines::number).orElse(""));
    }

    /** The line that says that it will be done. */
    private Optional<Row> promised(ActionItem item) {
        return about(item).findFirst();
    }

    /** As the timeline calls its owner. */
    private String owner(ActionItem item) {
        UserId owner = item.owner();
        return about(item)
                .flatMap(row -> FollowingUp.name(row.entry(), owner).stream())
                .reduce((one, other) -> other)
                .orElse(owner.value());
    }

    private Stream<Row> about(ActionItem item) {
        return minutes.items().stream().filter(row -> FollowingUp.number(row.entry()) == item.number());
    }

    private static String table(String head, Stream<String> rows) {
        String body = rows.collect(Collectors.joining("\n"));
        return body.isEmpty() ? "" : head + "\n" + body;
    }
}
