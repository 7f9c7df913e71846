package dev.muster.scenario.score;

import dev.muster.incident.IncidentId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a rehearsal came to. Of the same timeline it is the same.
 *
 * @param scenario the id of what was rehearsed; empty for a drill without one
 * @param began when it was declared
 * @param over whether it was resolved; before that it is a word in between
 */
public record Score(
        IncidentId incident,
        String scenario,
        String title,
        long seed,
        Instant began,
        boolean over,
        List<Measure> measures) {

    public Score {
        measures = List.copyOf(measures);
    }

    /** What tells it from every other, also of a database that began anew. */
    public String name() {
        return incident + "/" + began.toEpochMilli();
    }

    /** From 0 to 100. */
    public int percent() {
        int most = measures.stream().mapToInt(Measure::most).sum();
        int points = measures.stream().mapToInt(Measure::points).sum();
        return most == 0 ? 0 : Math.round(100f * points / most);
    }

    public Optional<Measure> measure(String id) {
        return measures.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The same without anything that anybody said. */
    public Score wordless() {
        return new Score(
                incident,
                scenario,
                title,
                seed,
                began,
                over,
                measures.stream().map(Measure::wordless).toList());
    }

    /** What cost most, first. */
    public List<Measure> toPractise() {
        return measures.stream()
                .filter(one -> !one.isFull())
                .sorted(Comparator.comparing(Measure::lost).reversed())
                .toList();
    }
}
