package dev.muster.scenario.score;

import dev.muster.incident.Entry;
import dev.muster.incident.Handbook;
import dev.muster.incident.Incident;
import dev.muster.incident.Kind;
import dev.muster.incident.Role;
import dev.muster.incident.Stage;
import dev.muster.incident.UserId;
import dev.muster.incident.Words;
import dev.muster.runbook.Run;
import dev.muster.scenario.Drill;
import dev.muster.scenario.Scenario;
import dev.muster.timeline.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What people did in a rehearsal.
 *
 * @param scenario empty for a drill without one
 * @param rows the whole timeline
 * @param handbook what they had agreed on
 */
public record Performance(
        Optional<Scenario> scenario,
        Optional<Drill> drill,
        Incident incident,
        List<Row> rows,
        List<Run> runs,
        Handbook handbook) {

    private static final Set<Kind> WORDS = EnumSet.of(
            Kind.MESSAGE,
            Kind.MESSAGE_EDITED,
            Kind.NOTE,
            Kind.UPDATE,
            Kind.DECISION,
            Kind.IMPACT,
            Kind.STAGE,
            Kind.ACTION);

    public Performance {
        rows = List.copyOf(rows);
        runs = List.copyOf(runs);
    }

    Instant declared() {
        return incident.facts().declaredAt();
    }

    /** When it ended, or when it was written down last. */
    Instant ended() {
        return reached(Stage.RESOLVED)
                .or(() -> rows.stream().map(Row::entry).map(Entry::at).reduce((one, later) -> later))
                .orElse(declared());
    }

    Stream<Row> of(Kind kind) {
        return rows.stream().filter(row -> row.entry().kind() == kind);
    }

    /** What people who were really there wrote and said. */
    Stream<Row> words() {
        return rows.stream().filter(row -> WORDS.contains(row.entry().kind())).filter(row -> row.entry()
                .actor()
                .filter(actor -> !isPlayed(actor.id()))
                .isPresent());
    }

    boolean isPlayed(UserId person) {
        return drill.filter(one -> one.cast().contains(person)).isPresent();
    }

    /** When somebody came to hold a role for the first time. */
    Optional<Row> taken(Role role) {
        return of(Kind.ROLE)
                .filter(row -> is(row, "role", role.toString()))
                .filter(row -> row.entry().data().containsKey("to"))
                .findFirst();
    }

    /** When a stage, or a later one, was reached. */
    Optional<Instant> reached(Stage stage) {
        return staged(stage).map(row -> row.entry().at());
    }

    Optional<Row> staged(Stage stage) {
        return of(Kind.STAGE)
                .filter(row -> Stage.find(String.valueOf(row.entry().data().get("to")))
                        .filter(to -> to.compareTo(stage) >= 0)
                        .isPresent())
                .findFirst();
    }

    static boolean is(Row row, String name, String value) {
        return Objects.equals(row.entry().data().get(name), value);
    }

    static Predicate<Row> from(Instant since) {
        return row -> !row.entry().at().isBefore(since);
    }

    Duration since(Instant start, Row row) {
        Duration lasted = Duration.between(start, row.entry().at()).truncatedTo(ChronoUnit.SECONDS);
        return lasted.isNegative() ? Duration.ZERO : lasted;
    }

    static String words(Duration lasted) {
        return lasted.toSeconds() == 0 ? "at once" : "after " + Words.of(lasted);
    }

    static List<Moment> moments(Stream<Row> rows) {
        return rows.map(Moment::of).limit(5).toList();
    }

    /** All of them in time, half of them in twice the time, nothing later. */
    static int points(Duration took, Duration wanted, int most) {
        if (took.compareTo(wanted) <= 0) {
            return most;
        }
        return took.compareTo(wanted.multipliedBy(2)) <= 0 ? most / 2 : 0;
    }
}
