package dev.muster.scenario.score;

import dev.muster.scenario.Drill;
import dev.muster.scenario.Scenario;
import java.util.List;
import java.util.stream.Stream;

/** Counts how a rehearsal went. Only what people did counts, never what was played. */
public final class Scoring {

    private Scoring() {}

    public static Score of(Performance seen) {
        List<Measure> measures = Stream.of(
                        new Commanding(seen).measures(),
                        new Telling(seen).measures(),
                        new Deciding(seen).measures(),
                        new Mending(seen).measures(),
                        new Learning(seen).measures())
                .flatMap(List::stream)
                .toList();
        return new Score(
                seen.incident().id(),
                seen.drill().map(Drill::scenario).orElse(""),
                seen.scenario().map(Scenario::title).orElse("Drill"),
                seen.drill().map(Drill::seed).orElse(0L),
                seen.declared(),
                !seen.incident().isActive(),
                measures);
    }
}
