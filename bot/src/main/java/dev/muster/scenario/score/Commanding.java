package dev.muster.scenario.score;

import dev.muster.incident.Criterion;
import dev.muster.incident.Kind;
import dev.muster.incident.Role;
import dev.muster.incident.Severity;
import dev.muster.incident.Stage;
import dev.muster.incident.UserId;
import dev.muster.timeline.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether somebody led it: declared early, roles taken, more people called when it was time. */
final class Commanding {

    private static final Duration DECLARE = Duration.ofMinutes(5);
    private static final Duration ROLE = Duration.ofMinutes(10);
    private static final Duration ESCALATE = Duration.ofMinutes(10);

    /** A reminder comes at the same moment as the deadline; whoever acts on it is in time. */
    private static final Pattern CALLED = Pattern.compile(
            "escalat|\\b(?:paged|paging|(?:call|bring)(?:ed|ing)? .{0,40}\\bin\\b|brought .{0,40}\\bin\\b|woke|waking)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Performance seen;

    Commanding(Performance seen) {
        this.seen = seen;
    }

    List<Measure> measures() {
        List<Measure> measures = new ArrayList<>();
        declared().ifPresent(measures::add);
        measures.add(commander());
        measures.add(role(Role.TECH));
        measures.add(role(Role.COMMS));
        severity().ifPresent(measures::add);
        escalation().ifPresent(measures::add);
        return measures;
    }

    private Optional<Measure> declared() {
        Optional<Row> row = seen.of(Kind.DECLARED).findFirst();
        return seen.drill()
                .flatMap(drill -> drill.alerted())
                .flatMap(alerted -> row.map(line -> {
                    Duration took = seen.since(alerted, line);
                    return new Measure(
                            "declared",
                            "Declared",
                            Performance.points(took, DECLARE, 6),
                            6,
                            Performance.words(took) + " from the first alert",
                            List.of(Moment.of(line)),
                            Practice.DECLARE);
                }));
    }

    private Measure commander() {
        Duration wanted = seen.handbook().rule(seen.incident().severity()).responseTime();
        return taken("commander", Role.IC, wanted, 10, Practice.COMMAND);
    }

    private Measure role(Role role) {
        return taken(role.toString(), role, ROLE, 4, Practice.ROLES);
    }

    private Measure taken(String id, Role role, Duration wanted, int most, Practice practice) {
        Optional<Row> taken = seen.taken(role);
        Optional<Duration> took = taken.map(row -> seen.since(seen.declared(), row));
        boolean stoodIn = taken.filter(this::isPlayed).isPresent();
        int points =
                took.map(lasted -> Performance.points(lasted, wanted, most)).orElse(0);
        return new Measure(
                id,
                Character.toUpperCase(role.title().charAt(0)) + role.title().substring(1),
                stoodIn ? points / 2 : points,
                most,
                took.map(lasted -> "taken " + Performance.words(lasted) + (stoodIn ? " by somebody who is played" : ""))
                        .orElse("nobody took it"),
                Performance.moments(taken.stream()),
                practice);
    }

    private boolean isPlayed(Row row) {
        return seen.isPlayed(new UserId(String.valueOf(row.entry().data().get("to"))));
    }

    private Optional<Measure> severity() {
        return seen.scenario().map(scenario -> {
            Severity is = seen.incident().severity();
            boolean isRight = is == scenario.severity();
            String result = isRight ? is + ", as it should be" : "%s; it was a %s".formatted(is, scenario.severity());
            return new Measure(
                    "severity", "Severity", isRight ? 4 : 0, 4, result, moments(Kind.SEVERITY), Practice.SEVERITY);
        });
    }

    private List<Moment> moments(Kind kind) {
        return Performance.moments(seen.of(kind));
    }

    /** Not counted where it was never time for it. */
    private Optional<Measure> escalation() {
        List<Instant> due = Stream.of(
                        due(Criterion.UNCLEAR, Optional.of(seen.declared()), Stage.IDENTIFIED),
                        due(Criterion.UNMITIGATED, seen.reached(Stage.MITIGATING), Stage.MONITORING),
                        due(Criterion.LASTING, Optional.of(seen.declared()), Stage.RESOLVED))
                .flatMap(Optional::stream)
                .sorted()
                .toList();
        long done = due.stream().filter(at -> called(at).isPresent()).count();
        return due.isEmpty()
                ? Optional.empty()
                : Optional.of(new Measure(
                        "escalation",
                        "Escalation",
                        (int) (6 * done / due.size()),
                        6,
                        "%d of %d times that it was due, somebody did".formatted(done, due.size()),
                        Performance.moments(due.stream().flatMap(at -> called(at).stream())),
                        Practice.ESCALATION));
    }

    private Optional<Instant> due(Criterion criterion, Optional<Instant> from, Stage until) {
        Optional<Instant> due = from.map(at -> at.plus(seen.handbook().escalateAfter(criterion)));
        Instant end = seen.reached(until).orElse(seen.ended());
        return due.filter(at -> at.isBefore(end));
    }

    /** More people at any time until shortly after it was due. */
    private Optional<Row> called(Instant due) {
        Instant late = due.plus(ESCALATE);
        return seen.rows().stream()
                .filter(row -> !row.entry().at().isAfter(late))
                .filter(this::isCall)
                .findFirst();
    }

    private boolean isCall(Row row) {
        Kind kind = row.entry().kind();
        boolean isSaid = seen.words().anyMatch(row::equals)
                && CALLED.matcher(row.entry().text()).find();
        return kind == Kind.PAGE
                || kind == Kind.SEVERITY && isRaised(row)
                || row.entry().data().containsKey("invited")
                        && row.entry().actor().isPresent()
                || isSaid;
    }

    private static boolean isRaised(Row row) {
        String from = String.valueOf(row.entry().data().get("from"));
        return from.compareTo(String.valueOf(row.entry().data().get("to"))) > 0;
    }
}
