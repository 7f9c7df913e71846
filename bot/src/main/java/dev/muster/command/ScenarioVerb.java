package dev.muster.command;

import dev.muster.desk.Markup;
import dev.muster.desk.Notice.Choice;
import dev.muster.desk.Scenarios;
import dev.muster.scenario.Scenario;
import java.util.List;
import java.util.stream.Collectors;

/** Shows what can be rehearsed here, and begins it. */
public final class ScenarioVerb implements Verb {

    private static final int SHOWN = 20;

    private final Scenarios scenarios;

    public ScenarioVerb(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    @Override
    public String name() {
        return "scenario";
    }

    @Override
    public String purpose() {
        return "Shows what can be rehearsed. A drill has a channel of its own, and alarms nobody else.";
    }

    @Override
    public List<String> usages() {
        return List.of("scenario");
    }

    @Override
    public boolean aboutIncident() {
        return false;
    }

    @Override
    public Reply act(Request request) {
        List<Scenario> all = scenarios.list().stream().limit(SHOWN).toList();
        if (all.isEmpty()) {
            return Reply.tell(
                    "No scenarios are here: the folder that `scenarios` in the settings names has none. A drill without one: `/incident declare --drill …`.");
        }
        String lines = all.stream().map(ScenarioVerb::line).collect(Collectors.joining("\n"));
        return Reply.offer(
                "*What can be rehearsed here.* I speak for everybody who is not there, in the drill's own channel, and say each time that it is a drill. At the end it has a score.\n"
                        + lines,
                all.stream().map(ScenarioVerb::choice).toArray(Choice[]::new));
    }

    private static String line(Scenario scenario) {
        return "• `%s`: %s".formatted(scenario.id(), Markup.escape(scenario.title(), 200));
    }

    private static Choice choice(Scenario scenario) {
        return new Choice(
                "Start " + scenario.id(),
                "declare %s --scenario %s %s".formatted(scenario.severity(), scenario.id(), scenario.title()));
    }
}
