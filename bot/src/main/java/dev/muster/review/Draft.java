package dev.muster.review;

import dev.muster.incident.ActionItem;
import dev.muster.incident.Entry;
import dev.muster.incident.Impact;
import dev.muster.incident.Incident;
import dev.muster.incident.Kind;
import dev.muster.incident.Milestone;
import dev.muster.incident.Words;
import dev.muster.timeline.Row;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the record says, section by section, in Markdown: taken from the timeline word for word and never made up. Each line
 * names the row it stands on. The same record gives the same draft.
 */
public final class Draft {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Set<Kind> TRIED = Set.of(Kind.DECISION, Kind.RUNBOOK, Kind.SEVERITY, Kind.ROLE, Kind.HANDOVER);
    private static final int LINE = 400;

    private final Minutes minutes;
    private final Incident incident;

    public Draft(Minutes minutes) {
        this.minutes = minutes;
        this.incident = minutes.incident();
    }

    /** What the record says for a section; empty where only people know. */
    public String of(Section section) {
        return switch (section) {
            case SUMMARY -> summary();
            case IMPACT -> impact();
            case TIMELINE -> timeline();
            case DETECTION -> detection();
            case RESPONSE -> response();
            case ACTIONS -> actions();
            case APPENDIX -> appendix();
            default -> "";
        };
    }

    private String summary() {
        List<String> lines = new ArrayList<>();
        lines.add("- **Incident:** %s, %s".formatted(incident.id(), Paper.line(incident.title())));
        lines.add("- **Severity:** %s".formatted(incident.severity()));
        lines.add("- **Time:** %s".formatted(period()));
        Span.RECOVERY.of(incident).ifPresent(took -> lines.add("- **Duration:** %s".formatted(Words.of(took))));
        services().ifPresent(services -> lines.add("- **Services:** %s".formatted(services)));
        last(Kind.UPDATE).or(() -> last(Kind.STAGE)).ifPresent(row -> lines.add("\n" + said(row)));
        return String.join("\n", lines);
    }

    private String period() {
        String from = incident.time(Milestone.BEGAN).map(this::full).orElse("not known");
        return incident.time(Milestone.RESTORED)
                .map(to -> from + " to " + full(to))
                .orElse(from + ", not restored yet");
    }

    private String impact() {
        Impact impact = incident.conduct().impact();
        List<String> lines = new ArrayList<>();
        if (!impact.text().isEmpty()) {
            lines.add("- " + Paper.line(impact.text()));
        }
        impact.users().ifPresent(users -> lines.add("- **Users:** %,d".formatted(users)));
        impact.revenue().ifPresent(revenue -> lines.add("- **Business:** " + Paper.line(revenue)));
        services().ifPresent(services -> lines.add("- **Services:** " + services));
        impact.slo()
                .forEach((name, share) -> lines.add(
                        "- **Objective %s:** %s of its error budget".formatted(Paper.line(name), Paper.line(share))));
        if (impact.watched()) {
            lines.add("- **Reputation:** the public took notice");
        }
        last(Kind.IMPACT).ifPresent(row -> lines.add("\n(%s)".formatted(number(row))));
        return String.join("\n", lines);
    }

    private Optional<String> services() {
        String names =
                incident.conduct().impact().services().stream().map(Paper::line).collect(Collectors.joining(", "));
        return Optional.of(names).filter(some -> !some.isEmpty());
    }

    private String timeline() {
        String times = Stream.of(Milestone.values())
                .flatMap(milestone -> incident.time(milestone).stream()
                        .map(at -> "| %s | %s | %s |".formatted(milestone.code(), milestone.meaning(), moment(at))))
                .collect(Collectors.joining("\n"));
        String spans = Stream.of(Span.values())
                .flatMap(span -> span.of(incident).stream().map(took -> "| %s (%s) | %s | %s |"
                        .formatted(span.title(), span.code(), span.definition(), Words.of(took))))
                .collect(Collectors.joining("\n"));
        String moments = minutes.moments().stream()
                .filter(Draft::isStory)
                .map(this::line)
                .collect(Collectors.joining("\n"));
        return Stream.of(
                        table("| | Moment | When |\n|---|---|---|", times),
                        table("| Measure | From → to | Took |\n|---|---|---|", spans),
                        table("| When | Who | What | Row |\n|---|---|---|---|", moments))
                .filter(table -> !table.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /** What was put right in the record afterwards stands in the record, not in the story. */
    private static boolean isStory(Row row) {
        return row.entry().kind() != Kind.POSTMORTEM && !row.entry().data().containsKey("milestone");
    }

    private static String table(String head, String rows) {
        return rows.isEmpty() ? "" : head + "\n" + rows;
    }

    private String line(Row row) {
        Entry entry = row.entry();
        String who = entry.actor().map(actor -> Paper.line(actor.name())).orElse("Muster");
        return "| %s | %s | %s | %s |".formatted(moment(entry.at()), who, Paper.line(entry.text(), LINE), number(row));
    }

    private String detection() {
        List<String> lines = new ArrayList<>();
        Span.DETECTION
                .of(incident)
                .ifPresent(took -> lines.add("- Detected %s after it began.".formatted(Words.of(took))));
        first(Kind.ALERT).or(() -> first(Kind.DECLARED)).ifPresent(row -> lines.add("- " + said(row)));
        Span.ACKNOWLEDGEMENT
                .of(incident)
                .ifPresent(took -> lines.add("- The investigation began %s after that.".formatted(Words.of(took))));
        return String.join("\n", lines);
    }

    private String response() {
        List<String> lines = minutes.moments().stream()
                .filter(row -> TRIED.contains(row.entry().kind()))
                .map(row -> "- " + said(row))
                .collect(Collectors.toCollection(ArrayList::new));
        Span.MITIGATION
                .of(incident)
                .ifPresent(took -> lines.add("- Mitigated %s after it began.".formatted(Words.of(took))));
        return String.join("\n", lines);
    }

    private String actions() {
        String rows = incident.actions().stream()
                .sorted(Comparator.comparing(ActionItem::priority).thenComparing(ActionItem::due))
                .map(this::row)
                .collect(Collectors.joining("\n"));
        return rows.isEmpty()
                ? "None yet. Without them this incident can happen again: `/incident action TEXT @owner by DATE`."
                : table("| | What | Owner | Due | Priority | State |\n|---|---|---|---|---|---|", rows);
    }

    private String row(ActionItem item) {
        return "| %d | %s | %s | %s | %s | %s |"
                .formatted(
                        item.number(),
                        Paper.line(item.text()),
                        Paper.line(item.owner().value()),
                        item.due().atZone(item.zone()).toLocalDate(),
                        item.priority(),
                        item.state());
    }

    private String appendix() {
        List<String> lines = new ArrayList<>();
        lines.add("- Timeline: rows 1 to %d, head hash `%s`".formatted(minutes.rows(), minutes.head()));
        if (!minutes.channel().isEmpty()) {
            lines.add("- Channel: <%s>".formatted(minutes.channel()));
        }
        minutes.runbooks().forEach(run -> lines.add("- Runbook " + Paper.line(run)));
        minutes.moments().stream()
                .filter(row -> row.entry().kind() == Kind.LINK)
                .forEach(row -> lines.add("- " + said(row)));
        return String.join("\n", lines);
    }

    private Optional<Row> first(Kind kind) {
        return minutes.moments().stream()
                .filter(row -> row.entry().kind() == kind)
                .findFirst();
    }

    private Optional<Row> last(Kind kind) {
        return minutes.moments().stream()
                .filter(row -> row.entry().kind() == kind)
                .reduce((one, other) -> other);
    }

    private static String said(Row row) {
        return "%s (%s)".formatted(Paper.line(row.entry().text(), LINE), number(row));
    }

    private static String number(Row row) {
        return "#" + row.seq();
    }

    /** The day only where it is not the first, and the zone once in the head of the paper. */
    private String moment(Instant at) {
        ZonedDateTime there = at.atZone(minutes.zone());
        boolean isFirstDay = incident.time(Milestone.BEGAN)
                .map(began -> began.atZone(minutes.zone()).toLocalDate().equals(there.toLocalDate()))
                .orElse(false);
        return isFirstDay ? CLOCK.format(there) : full(at);
    }

    private String full(Instant at) {
        return DAY_AND_CLOCK.format(at.atZone(minutes.zone()));
    }
}
