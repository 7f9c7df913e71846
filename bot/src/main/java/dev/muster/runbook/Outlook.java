package dev.muster.runbook;

import dev.muster.incident.Incident;
import dev.muster.incident.Refusal;
import dev.muster.runbook.Action.Assign;
import dev.muster.runbook.Action.SetStage;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What can be seen ahead of a step in a run.
 *
 * @param values of parameters, as far as they are known
 * @param missing the parameters that the step uses and nobody has said
 * @param order what exactly would be done in it, or is approved by it; empty if that is for people
 * @param objection why it cannot be done so; empty if it can
 */
public record Outlook(
        Map<String, String> values, Set<String> missing, Optional<Order> order, Optional<String> objection) {

    /** What cannot be shown whole cannot be agreed to. */
    private static final int LONGEST = 2500;

    /** Nothing. */
    public static final Outlook NONE = new Outlook(Map.of(), Set.of(), Optional.empty(), Optional.empty());

    public Outlook {
        values = Map.copyOf(values);
        missing = Set.copyOf(missing);
    }

    /** Of a step as it stands in a run of an incident. */
    public static Outlook of(Incident incident, Run run, Runbook book, Step step) {
        Map<String, String> values = values(incident, run, book);
        Set<String> missing = missing(book, step, values);
        try {
            Optional<Order> order = order(run, book, step, values);
            boolean isLong =
                    order.filter(each -> shown(each).length() > LONGEST).isPresent();
            return new Outlook(
                    values,
                    missing,
                    order,
                    isLong ? Optional.of("it is too long to be shown whole") : Optional.empty());
        } catch (Refusal refusal) {
            return new Outlook(values, missing, Optional.empty(), Optional.of(refusal.reason()));
        }
    }

    /** Of a step that is tried out in no incident. */
    public static Outlook tried(Runbook book, Step step, Map<String, String> said) {
        Map<String, String> values = new TreeMap<>(Map.of("incident", "INC-0", "severity", "sev3", "title", "A test"));
        values.putAll(fallbacks(book));
        values.putAll(said);
        Set<String> missing = missing(book, step, values);
        try {
            return new Outlook(values, missing, Orders.of(step, values), Optional.empty());
        } catch (Refusal refusal) {
            return new Outlook(values, missing, Optional.empty(), Optional.of(refusal.reason()));
        }
    }

    /** As long as it is in Slack, where some signs take more than one. */
    private static String shown(Order order) {
        return order.text().replaceAll("[&<>]", "&amp;");
    }

    /** The same, with a reason against it. */
    public Outlook objecting(Optional<String> reason) {
        return new Outlook(values, missing, order, objection.or(() -> reason));
    }

    /** What a runbook is told that is called by the step, with the way back to it. */
    public Setup calling(Action.Call call, int run, String step) {
        Map<String, String> given = new TreeMap<>();
        call.with().forEach((name, value) -> given.put(name, Template.fill(value, values)));
        return new Setup(given, Optional.of(new Setup.Caller(run, step)), Optional.empty());
    }

    /** What a step that gives a role or sets the stage would be in typed words; empty for any other. */
    public Optional<String> setting(Step step) {
        if (step.action() instanceof Assign assign) {
            String to = assign.to().map(who -> " " + Template.fill(who, values)).orElse("");
            return Optional.of("role " + assign.assign() + to);
        }
        return step.action() instanceof SetStage set ? Optional.of("stage " + set.stage()) : Optional.empty();
    }

    /** What a step is called in a run. */
    static String title(Incident incident, Run run, Runbook book, Step step) {
        return Template.fill(step.title(), values(incident, run, book));
    }

    /** What was said, else what is meant if nothing is, and what every run knows. */
    static Map<String, String> values(Incident incident, Run run, Runbook book) {
        Map<String, String> values = new TreeMap<>();
        values.put("incident", incident.id().toString());
        values.put("severity", incident.severity().toString());
        values.put("title", incident.title());
        values.putAll(fallbacks(book));
        values.putAll(run.setup().values());
        return values;
    }

    private static Map<String, String> fallbacks(Runbook book) {
        Map<String, String> values = new TreeMap<>();
        book.parameters()
                .forEach(parameter -> parameter.fallback().ifPresent(value -> values.put(parameter.name(), value)));
        return values;
    }

    /** What is done in a step; for an approval, what is done in the step that it leads to. */
    static Optional<Order> order(Run run, Runbook book, Step step, Map<String, String> values) {
        Optional<Step> acting =
                step.kind() == Action.Kind.APPROVAL ? new Routes(book.steps()).after(step) : Optional.of(step);
        return acting.flatMap(next -> Orders.of(next, values));
    }

    private static Set<String> missing(Runbook book, Step step, Map<String, String> values) {
        Set<String> names = new TreeSet<>();
        step.texts().forEach(text -> names.addAll(Template.names(text)));
        Set<String> known = book.parameters().stream().map(Parameter::name).collect(Collectors.toSet());
        names.retainAll(known);
        names.removeAll(values.keySet());
        return names;
    }
}
