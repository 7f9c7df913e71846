package dev.muster.runbook.lint;

import dev.muster.incident.Guess;
import dev.muster.runbook.Action.Call;
import dev.muster.runbook.Parameter;
import dev.muster.runbook.Runbook;
import java.util.Map;
import java.util.Optional;

/** Whether the runbooks that are called are there, and are given what they ask for. */
final class CallCheck implements Check {

    private final Map<String, Runbook> shelf;

    CallCheck(Map<String, Runbook> shelf) {
        this.shelf = shelf;
    }

    @Override
    public void look(Examined at) {
        at.eachStep((step, pointer) -> {
            if (step.action() instanceof Call call) {
                Optional.ofNullable(shelf.get(call.runbook()))
                        .ifPresentOrElse(
                                other -> given(at, call, other, pointer),
                                () -> at.found(
                                        Rule.UNKNOWN_RUNBOOK,
                                        pointer + "/runbook",
                                        "there is no runbook \"" + call.runbook() + "\"."
                                                + Guess.sentence(call.runbook(), shelf.keySet())));
            }
        });
    }

    private static void given(Examined at, Call call, Runbook other, String pointer) {
        var asked = other.parameters().stream().map(Parameter::name).toList();
        call.with().keySet().stream()
                .filter(name -> !asked.contains(name))
                .forEach(name -> at.found(
                        Rule.UNKNOWN_RUNBOOK,
                        pointer + "/with/" + name,
                        "\"" + other.id() + "\" does not ask for \"" + name + "\"." + Guess.sentence(name, asked)));
        other.parameters().stream()
                .filter(parameter -> parameter.fallback().isEmpty())
                .filter(parameter -> !call.with().containsKey(parameter.name()))
                .forEach(parameter -> at.found(
                        Rule.UNKNOWN_RUNBOOK,
                        pointer,
                        "\"" + other.id() + "\" asks for \"" + parameter.name() + "\". Give it under with."));
    }
}
