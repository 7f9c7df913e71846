package dev.muster.main;

import dev.muster.desk.Insights;
import dev.muster.incident.Severity;
import dev.muster.insight.Figures;
import dev.muster.insight.Period;
import dev.muster.review.Span;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the incidents of the last 90 days come to, for whoever draws curves. Anybody can read metrics, so private incidents
 * are not among them. Counted at most once a minute, however often it is asked.
 */
final class IncidentGauges implements MeterBinder {

    private static final Logger log = LoggerFactory.getLogger(IncidentGauges.class);
    private static final Duration SPAN = Duration.ofDays(90);
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Insights insights;
    private final InstantSource clock;
    private Optional<Figures> counted = Optional.empty();
    private Instant countedAt = Instant.EPOCH;

    IncidentGauges(Insights insights, InstantSource clock) {
        this.insights = insights;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Severity severity : Severity.values()) {
            Tags tags = Tags.of("severity", severity.toString());
            gauge(
                    registry,
                    "muster_incidents",
                    "Incidents declared in the last 90 days",
                    tags,
                    figures -> figures.severities().getOrDefault(severity, 0));
            for (Span span : Span.values()) {
                bind(registry, severity, span);
            }
        }
        updates(registry);
        item(registry, "open", figures -> figures.items().open());
        item(registry, "overdue", Figures::overdue);
        item(registry, "done", figures -> figures.items().done());
        item(registry, "verified", figures -> figures.items().verified());
        item(registry, "dropped", figures -> figures.items().dropped());
    }

    private void bind(MeterRegistry registry, Severity severity, Span span) {
        Tags tags = Tags.of("severity", severity.toString(), "span", span.code().toLowerCase(Locale.ROOT));
        String what = "How long incidents of the last 90 days took; no value where there are too few";
        gauge(
                registry,
                "muster_incident_seconds",
                what,
                tags.and("quantile", "0.5"),
                figures -> seconds(figures.took(severity, span).median()));
        gauge(
                registry,
                "muster_incident_seconds",
                what,
                tags.and("quantile", "0.9"),
                figures -> seconds(figures.took(severity, span).ninetieth()));
        gauge(
                registry,
                "muster_incident_durations",
                "Of how many incidents that is known",
                tags,
                figures -> figures.took(severity, span).count());
    }

    private void updates(MeterRegistry registry) {
        gauge(
                registry,
                "muster_updates_owed",
                "Status updates that were owed in incidents of the last 90 days",
                Tags.empty(),
                figures -> figures.cadence().owed());
        gauge(
                registry,
                "muster_updates_late",
                "Those of them that fell due without being given",
                Tags.empty(),
                figures -> figures.cadence().late());
    }

    private void item(MeterRegistry registry, String state, ToDoubleFunction<Figures> value) {
        gauge(
                registry,
                "muster_action_items",
                "Action items of incidents of the last 90 days",
                Tags.of("state", state),
                value);
    }

    private void gauge(MeterRegistry registry, String name, String help, Tags tags, ToDoubleFunction<Figures> value) {
        Gauge.builder(name, () -> figures().map(value::applyAsDouble).orElse(Double.NaN))
                .description(help)
                .tags(tags)
                .register(registry);
    }

    private static double seconds(Optional<Duration> took) {
        return took.map(duration -> duration.toMillis() / 1000.0).orElse(Double.NaN);
    }

    /** A database that cannot be reached is not asked again by each gauge. */
    private synchronized Optional<Figures> figures() {
        Instant now = clock.instant();
        boolean isFresh = !now.isBefore(countedAt) && now.isBefore(countedAt.plus(FRESH));
        if (!isFresh) {
            countedAt = now;
            counted = count(now);
        }
        return counted;
    }

    private Optional<Figures> count(Instant now) {
        try {
            return Optional.of(insights.of(Period.last(SPAN, now), incident -> false));
        } catch (RuntimeException e) {
            log.warn("incidents could not be counted; the next try is in a minute", e);
            return Optional.empty();
        }
    }
}
