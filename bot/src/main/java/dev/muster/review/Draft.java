package dev.muster.review;

import dev.muster.incident.Bringing;
import dev.muster.incident.Impact;
import dev.muster.incident.Incident;
import dev.muster.incident.Kind;
import dev.muster.incident.Link;
import dev.muster.incident.Milestone;
import dev.muster.incident.Words;
import dev.muster.timeline.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the record says, section by section, in Markdown: taken from the timeline word for word and never made up. Each line
 * names the row it stands on. The same record gives the same draft.
 */
public final class Draft {

    private static final Set<Kind> TRIED = Set.of(Kind.DECISION, Kind.RUNBOOK, Kind.SEVERITY, Kind.ROLE, Kind.HANDOVER);
    private static final Set<Kind> SEEN = Set.of(Kind.ALERT, Kind.NOTE, Kind.MESSAGE, Kind.DECLARED);
    private static final int SIGNS = 6;

    private final Minutes minutes;
    private final Incident incident;
    private final Lines rows;

    public Draft(Minutes minutes) {
        this.minutes = minutes;
        this.incident = minutes.incident();
        this.rows = new Lines(minutes);
    }

    /** What the record says for a section; empty where only people know. */
    public String of(Section section) {
        return switch (section) {
            case SUMMARY -> summary();
            case IMPACT -> impact();
            case TIMELINE -> new Tables(minutes).timeline();
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
        impactInWords().ifPresent(text -> lines.add("- **Impact:** %s".formatted(text)));
        services().ifPresent(services -> lines.add("- **Services:** %s".formatted(services)));
        rows.last(Kind.UPDATE)
                .or(() -> rows.last(Kind.STAGE))
                .ifPresent(row -> lines.add("- **Last word:** " + Lines.said(row)));
        return String.join("\n", lines);
    }

    private Optional<String> impactInWords() {
        Impact impact = incident.conduct().impact();
        String unit = impact.users().isPresent() ? " users" : " of users";
        return Stream.of(impact.text(), impact.hit().map(many -> many + unit).orElse(""))
                .filter(words -> !words.isEmpty())
                .map(Paper::line)
                .reduce((one, other) -> one + "; " + other);
    }

    private String period() {
        String from = incident.time(Milestone.BEGAN).map(rows::full).orElse("not known");
        return incident.time(Milestone.RESTORED)
                .map(to -> from + " to " + rows.full(to))
                .orElse(from + ", not restored yet");
    }

    private String impact() {
        Impact impact = incident.conduct().impact();
        List<String> lines = new ArrayList<>();
        if (!impact.text().isEmpty()) {
            lines.add("- " + Paper.line(impact.text()));
        }
        impact.hit().ifPresent(users -> lines.add("- **Users:** " + users));
        impact.revenue().ifPresent(revenue -> lines.add("- **Business:** " + Paper.line(revenue)));
        reputation(impact).ifPresent(said -> lines.add("- **Reputation:** " + said));
        services().ifPresent(services -> lines.add("- **Services:** " + services));
        sorted(impact.slo())
                .forEach(slo -> lines.add(
                        "- **Objective %s:** %s of its error budget".formatted(slo.getKey(), slo.getValue())));
        sorted(impact.detail().figures())
                .forEach(figure -> lines.add("- **%s:** %s".formatted(figure.getKey(), figure.getValue())));
        rows.last(Kind.IMPACT).ifPresent(row -> lines.add("- **As said in:** " + Lines.number(row)));
        return String.join("\n", lines);
    }

    private static Optional<String> reputation(Impact impact) {
        return impact.detail()
                .reputation()
                .map(Paper::line)
                .or(() -> impact.watched() ? Optional.of("the public took notice") : Optional.empty());
    }

    /** By name, so that the same record gives the same draft; ready to be shown. */
    private static List<Map.Entry<String, String>> sorted(Map<String, String> named) {
        return named.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> Map.entry(Paper.line(entry.getKey()), Paper.line(entry.getValue())))
                .toList();
    }

    private Optional<String> services() {
        String names =
                incident.conduct().impact().services().stream().map(Paper::line).collect(Collectors.joining(", "));
        return Optional.of(names).filter(some -> !some.isEmpty());
    }

    private String detection() {
        List<String> lines = new ArrayList<>();
        Span.DETECTION
                .of(incident)
                .ifPresent(took -> lines.add(
                        took.isZero()
                                ? "- Detected the moment it began."
                                : "- Detected %s after it began.".formatted(Words.of(took))));
        signs().forEach(row -> lines.add("- " + rows.told(row)));
        Span.ACKNOWLEDGEMENT
                .of(incident)
                .ifPresent(
                        took -> lines.add("- The investigation began %s after detection.".formatted(Words.of(took))));
        return String.join("\n", lines);
    }

    /** What there was to be seen until somebody looked into it; where nobody wrote that down, how it became known. */
    private List<Row> signs() {
        Instant looked = incident.time(Milestone.INVESTIGATING)
                .or(() -> incident.time(Milestone.DETECTED))
                .orElse(Instant.MIN);
        List<Row> before = rows.story()
                .filter(row -> SEEN.contains(row.entry().kind()))
                .filter(row -> !row.entry().at().isAfter(looked))
                .limit(SIGNS)
                .toList();
        return before.isEmpty()
                ? rows.first(Kind.ALERT).or(() -> rows.first(Kind.DECLARED)).stream()
                        .toList()
                : before;
    }

    private String response() {
        List<String> lines = rows.story()
                .filter(row -> TRIED.contains(row.entry().kind()))
                .map(row -> "- " + rows.told(row))
                .collect(Collectors.toCollection(ArrayList::new));
        Span.MITIGATION
                .of(incident)
                .ifPresent(took -> lines.add("- Mitigated %s after it began.".formatted(Words.of(took))));
        return String.join("\n", lines);
    }

    private String actions() {
        return incident.actions().isEmpty()
                ? "None yet. Without them this incident can happen again: `/incident action TEXT @owner by DATE`."
                : new Tables(minutes).actions();
    }

    private String appendix() {
        List<String> lines = new ArrayList<>();
        lines.add("- Timeline: rows 1 to %d, head hash `%s`".formatted(minutes.rows(), minutes.head()));
        if (!minutes.channel().isEmpty()) {
            lines.add("- Channel: %s".formatted(Paper.line("#" + minutes.channel())));
        }
        minutes.runbooks().forEach(run -> lines.add("- Runbook " + Paper.line(run)));
        incident.conduct().meeting().ifPresent(meeting -> lines.add("- Talked over: " + rows.full(meeting.at())));
        minutes.similar().forEach(other -> lines.add("- Like " + Paper.line(other)));
        rows.story()
                .flatMap(row -> Bringing.link(row.entry()).stream().map(link -> link(link, row)))
                .forEach(lines::add);
        return String.join("\n", lines);
    }

    private static String link(Link link, Row row) {
        return "- [%s](<%s>) (%s)".formatted(Paper.line(link.name()), link.url(), Lines.number(row));
    }
}
