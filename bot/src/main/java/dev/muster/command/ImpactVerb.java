package dev.muster.command;

import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Markup;
import dev.muster.desk.People;
import dev.muster.incident.Assessing;
import dev.muster.incident.Handbook;
import dev.muster.incident.Impact;
import dev.muster.incident.Impact.Detail;
import dev.muster.incident.Incident;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Says what the incident does to others. What is not said stays as it was known. */
public final class ImpactVerb implements Verb {

    private final IncidentDesk desk;
    private final People people;
    private final Handbook handbook;

    public ImpactVerb(IncidentDesk desk, Handbook handbook, People people) {
        this.desk = desk;
        this.handbook = handbook;
        this.people = people;
    }

    @Override
    public String name() {
        return "impact";
    }

    @Override
    public String purpose() {
        return "Says what it does to users, services, revenue and error budgets, as far as it is known.";
    }

    @Override
    public List<String> usages() {
        return List.of(
                "impact [TEXT] [--users N] [--users N%] [--revenue N] [--services a,b] [--slo NAME=N%] [--figures NAME=N] [--reputation TEXT] [--public]");
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.text("text", "What does it do to whom?", "As they notice it, e.g. cards are declined in Europe"),
                Field.line("users", "How many users are hit?", "A number, a share or both: 1200, 3k, 85%, 8500 (85%)"),
                Field.line("services", "Which services?", "Names, separated by commas"),
                Field.line("revenue", "What does it cost?", "e.g. 12,000 EUR an hour"),
                Field.line("slo", "How much of which error budget is gone?", "e.g. checkout=12%"),
                Field.text("figures", "What else was measured?", "e.g. error rate=0.5% → 8%; pods evicted=47"),
                Field.choice("public", "Does the public take notice?", List.of("no", "yes")),
                Field.line("reputation", "What is said about it in public?", "e.g. complaints, press"));
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.flag("public")
                .option("users")
                .option("services")
                .option("revenue")
                .option("slo")
                .option("figures")
                .option("reputation")
                .rest("text");
    }

    /** Nothing at all asks with the form. */
    @Override
    public Optional<Field> missing(Map<String, String> answers) {
        return fields().stream().anyMatch(field -> answers.containsKey(field.name()))
                ? Optional.empty()
                : Optional.of(fields().get(0));
    }

    @Override
    public Map<String, String> suggestions(Request request) {
        Impact known = request.incident().conduct().impact();
        Map<String, String> filled = new TreeMap<>(Map.of("text", known.text()));
        filled.put("services", String.join(", ", known.services()));
        filled.put("public", known.watched() ? "yes" : "no");
        known.hit().ifPresent(many -> filled.put("users", many));
        known.detail().reputation().ifPresent(said -> filled.put("reputation", said));
        filled.put("figures", ImpactWords.figures(known.detail().figures()));
        known.revenue().ifPresent(sum -> filled.put("revenue", sum));
        return filled;
    }

    @Override
    public Reply act(Request request) {
        Impact said = said(request);
        Impact before = request.incident().conduct().impact();
        Incident after = desk.change(
                request.id(),
                request.origin(),
                (incident, at) -> Assessing.impact(incident, said, request.actor(), handbook, at));
        Impact now = after.conduct().impact();
        return Reply.tell(
                now.equals(before)
                        ? "That is known already; nothing was changed. Impact of %s: %s."
                                .formatted(after.id(), words(now))
                        : "Impact of %s: %s → %s. The channel is told."
                                .formatted(after.id(), words(before), words(now)));
    }

    private Impact said(Request request) {
        return new Impact(
                request.find("text").map(words -> PlainWords.of(words, people)).orElse(""),
                request.find("users").flatMap(ImpactWords::number),
                plain(request, "revenue"),
                request.find("services").map(ImpactWords::services).orElse(List.of()),
                request.find("slo").map(ImpactWords::slo).orElse(Map.of()),
                request.find("public").filter("yes"::equals).isPresent()
                        || request.find("reputation").isPresent(),
                new Detail(
                        request.find("users").flatMap(ImpactWords::share),
                        plain(request, "reputation"),
                        plain(request, "figures").map(ImpactWords::figures).orElse(Map.of())));
    }

    private Optional<String> plain(Request request, String name) {
        return request.find(name).map(words -> PlainWords.of(words, people));
    }

    private static String words(Impact impact) {
        return impact.isKnown() ? Markup.escape(Assessing.inWords(impact), 800) : "unknown";
    }
}
