package dev.muster.scenario.score;

import dev.muster.incident.Kind;
import dev.muster.incident.Stage;
import dev.muster.runbook.Outcome;
import dev.muster.runbook.Run;
import dev.muster.scenario.Finding;
import dev.muster.scenario.Scenario;
import dev.muster.timeline.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether it was ended, by the book, and understood. */
final class Mending {

    private static final Duration USUAL = Duration.ofMinutes(60);

    private final Performance seen;

    Mending(Performance seen) {
        this.seen = seen;
    }

    List<Measure> measures() {
        List<Measure> measures = new ArrayList<>();
        measures.add(mitigated());
        measures.add(runbook());
        seen.scenario()
                .filter(scenario -> !scenario.findings().isEmpty())
                .map(this::findings)
                .ifPresent(measures::add);
        return measures;
    }

    private Measure mitigated() {
        Duration wanted =
                seen.scenario().map(scenario -> scenario.expected().mitigated()).orElse(USUAL);
        Optional<Row> ended = seen.staged(Stage.MONITORING);
        Optional<Duration> took = ended.map(row -> seen.since(seen.declared(), row));
        return new Measure(
                "mitigated",
                "Impact over",
                took.map(lasted -> Performance.points(lasted, wanted, 8)).orElse(0),
                8,
                took.map(Performance::words).orElse("it goes on"),
                Performance.moments(ended.stream()),
                Practice.MITIGATION);
    }

    private Measure runbook() {
        Optional<String> wanted =
                seen.scenario().flatMap(scenario -> scenario.expected().runbook());
        boolean isUsed = wanted.isEmpty()
                || seen.runs().stream().anyMatch(run -> run.runbook().equals(wanted.get()));
        long skipped = seen.runs().stream().mapToLong(Mending::skipped).sum();
        String used =
                isUsed ? (seen.runs().isEmpty() ? "none was needed" : "used") : wanted.orElse("") + " was not used";
        return new Measure(
                "runbook",
                "Runbook",
                (isUsed ? 4 : 0) + (int) (2 - Math.min(2, skipped)),
                6,
                used + (skipped == 0 ? "" : ", %d steps skipped".formatted(skipped)),
                Performance.moments(seen.of(Kind.RUNBOOK)),
                Practice.RUNBOOK);
    }

    private static long skipped(Run run) {
        return run.results().values().stream()
                .filter(result -> result.outcome() == Outcome.SKIPPED)
                .count();
    }

    private Measure findings(Scenario scenario) {
        List<Row> found = scenario.findings().stream()
                .flatMap(finding -> row(finding).stream())
                .toList();
        String missed = scenario.findings().stream()
                .filter(finding -> row(finding).isEmpty())
                .map(Finding::title)
                .collect(Collectors.joining("; "));
        return new Measure(
                "findings",
                "Found out",
                10 * found.size() / scenario.findings().size(),
                10,
                "%d of %d%s"
                        .formatted(
                                found.size(), scenario.findings().size(), missed.isEmpty() ? "" : "; not: " + missed),
                Performance.moments(found.stream()),
                Practice.FINDINGS);
    }

    private Optional<Row> row(Finding finding) {
        return seen.words()
                .filter(row -> finding.words().matcher(row.entry().text()).find())
                .findFirst();
    }
}
