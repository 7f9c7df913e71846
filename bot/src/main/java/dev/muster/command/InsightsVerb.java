package dev.muster.command;

import dev.muster.desk.Insights;
import dev.muster.desk.Policy;
import dev.muster.incident.Refusal;
import dev.muster.incident.Words;
import dev.muster.insight.Figures;
import dev.muster.insight.Period;
import dev.muster.insight.Report;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Tells what the incidents of a period come to, as far as somebody may know of them. */
public final class InsightsVerb implements Verb {

    private static final String PERIOD = "period";
    private static final Duration USUALLY = Duration.ofDays(90);

    private final Insights insights;

    public InsightsVerb(Insights insights) {
        this.insights = insights;
    }

    @Override
    public String name() {
        return "insights";
    }

    @Override
    public String purpose() {
        return "Counts incidents: how many, how long they took, what comes back, what was promised.";
    }

    @Override
    public List<String> usages() {
        return List.of("insights [90d|2026-Q3|2026-09|2026]");
    }

    @Override
    public boolean aboutIncident() {
        return false;
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.rest(PERIOD);
    }

    @Override
    public Reply act(Request request) {
        Period period = request.find(PERIOD)
                .map(word -> period(word, request))
                .orElseGet(() -> Period.last(USUALLY, request.said().at()));
        Figures figures = insights.of(
                period,
                incident -> Policy.maySee(
                        incident, request.by().id(), request.said().channel()));
        return Reply.tell(new Report(figures, new SlackInk()).text(request.by().zone()));
    }

    private static Period period(String word, Request request) {
        return Period.find(word, request.said().at(), request.by().zone())
                .orElseThrow(() -> new Refusal(
                        "`%s` is no stretch of time that I know. Nothing was counted. Try `30d`, `2026-Q3`, `2026-09` or `2026`."
                                .formatted(Words.again(word))));
    }
}
