package dev.muster.main;

import dev.muster.incident.IncidentId;
import dev.muster.insight.Case;
import dev.muster.insight.Durations;
import dev.muster.insight.Figures;
import dev.muster.insight.Recurrence;
import dev.muster.review.Span;
import dev.muster.timeline.Exported;
import dev.muster.timeline.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Figures for programs. The names are lasting. */
final class FiguresJson {

    private FiguresJson() {}

    static String of(Figures figures) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("from", Exported.time(figures.period().from()));
        object.put("until", Exported.time(figures.period().until()));
        object.put("incidents", figures.count());
        object.put("leftOut", Map.of("drills", figures.drills(), "cancelledOrDuplicate", figures.ended()));
        object.put("severity", named(figures.severities()));
        object.put("service", named(figures.services()));
        object.put("cause", named(figures.causes()));
        object.put("withoutCause", figures.unexplained());
        Map<String, Object> spans = new LinkedHashMap<>();
        for (Span span : Span.values()) {
            spans.put(span.code(), span(span, figures.took(span)));
        }
        object.put("durations", spans);
        object.put(
                "updates",
                Map.of(
                        "owed",
                        figures.cadence().owed(),
                        "late",
                        figures.cadence().late()));
        object.put("actions", actions(figures));
        object.put(
                "recurring",
                figures.recurring().stream().map(FiguresJson::again).toList());
        return Json.write(object);
    }

    private static Map<String, Object> span(Span span, Durations took) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("definition", span.definition());
        object.put("n", took.count());
        took.median().ifPresent(median -> object.put("medianSeconds", median.toSeconds()));
        took.ninetieth().ifPresent(most -> object.put("p90Seconds", most.toSeconds()));
        object.put(
                "seconds",
                took.millis()
                        .mapToObj(millis -> Duration.ofMillis(millis).toSeconds())
                        .toList());
        return object;
    }

    private static Map<String, Object> actions(Figures figures) {
        Case.Items items = figures.items();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("open", items.open());
        object.put("overdue", figures.overdue());
        object.put("done", items.done());
        object.put("verified", items.verified());
        object.put("dropped", items.dropped());
        figures.ages().median().ifPresent(age -> object.put("medianAgeSeconds", age.toSeconds()));
        return object;
    }

    private static Map<String, Object> again(Recurrence again) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("cause", again.cause().word());
        object.put("incidents", again.count());
        object.put("newest", again.newest().stream().map(IncidentId::toString).toList());
        object.put("service", named(again.services()));
        object.put("openActions", again.openItems());
        return object;
    }

    private static Map<String, Object> named(Map<?, Integer> counts) {
        Map<String, Object> object = new LinkedHashMap<>();
        counts.forEach((name, count) -> object.put(name.toString(), count));
        return object;
    }
}
