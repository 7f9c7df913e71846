package dev.muster.scenario.score;

import dev.muster.incident.ActionItem;
import dev.muster.incident.Actor;
import dev.muster.incident.Kind;
import dev.muster.review.Blame;
import dev.muster.review.Vague;
import dev.muster.timeline.Row;
import java.util.List;

/** Whether something was learned, without anybody being blamed. */
final class Learning {

    private final Performance seen;

    Learning(Performance seen) {
        this.seen = seen;
    }

    List<Measure> measures() {
        return List.of(blameless(), items());
    }

    private Measure blameless() {
        List<String> people = seen.rows().stream()
                .flatMap(row -> row.entry().actor().stream())
                .map(Actor::name)
                .distinct()
                .toList();
        List<Row> blaming = seen.words()
                .filter(row -> !Blame.in(row.entry().text(), people).isEmpty())
                .toList();
        return new Measure(
                "blameless",
                "Blameless words",
                4 - 2 * blaming.size(),
                4,
                blaming.isEmpty()
                        ? "nobody was blamed"
                        : "%d %s as blame".formatted(blaming.size(), blaming.size() == 1 ? "line reads" : "lines read"),
                Performance.moments(blaming.stream()),
                Practice.BLAMELESS);
    }

    private Measure items() {
        List<ActionItem> items = seen.incident().actions();
        long vague = items.stream()
                .filter(item -> Vague.question(item.text()).isPresent())
                .count();
        String result = items.isEmpty()
                ? "nothing will be done"
                : "%d with an owner and a date%s"
                        .formatted(items.size(), vague == 0 ? "" : ", %d of them vague".formatted(vague));
        int exact = vague == 0 ? 3 : 0;
        return new Measure(
                "items",
                "Action items",
                items.isEmpty() ? 0 : 3 + exact,
                6,
                result,
                Performance.moments(seen.of(Kind.ACTION)),
                Practice.ITEMS);
    }
}
