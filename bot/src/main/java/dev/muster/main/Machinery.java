package dev.muster.main;

import dev.muster.desk.Execution;
import dev.muster.desk.Machine;
import dev.muster.integrations.run.Calls;
import dev.muster.integrations.run.Programs;
import dev.muster.integrations.run.Sandbox;
import dev.muster.runbook.Effect;
import dev.muster.runbook.Order;
import dev.muster.runbook.Order.Program;
import dev.muster.runbook.Order.Request;
import dev.muster.secrets.Secrets;
import java.time.Duration;
import java.util.Optional;

/** Programs and calls as the settings allow them, with what they say made fit to be written down. */
final class Machinery implements Machine {

    private final Execution execution;
    private final Sandbox sandbox;
    private final Programs programs;
    private final Calls calls;
    private final Secrets secrets;

    Machinery(Execution execution, Secrets secrets) {
        this.execution = execution;
        this.secrets = secrets;
        this.sandbox = new Sandbox(execution.limits());
        this.programs = new Programs(execution, sandbox);
        this.calls = new Calls(execution);
    }

    @Override
    public boolean isOn() {
        return execution.enabled();
    }

    @Override
    public Optional<String> objection(Order order) {
        if (!isOn()) {
            return OFF.objection(order);
        }
        return order instanceof Program program
                ? programs.objection(program)
                : order instanceof Request request ? calls.objection(request) : Optional.of("it is of an unknown sort");
    }

    @Override
    public Duration approvalHolds() {
        return execution.approvalHolds();
    }

    @Override
    public Effect perform(Order order) {
        Optional<String> objection = objection(order);
        if (objection.isPresent()) {
            return Effect.failure("was not begun: " + objection.get());
        }
        Effect effect = order instanceof Program program ? programs.run(program) : calls.call((Request) order);
        return new Effect(
                effect.success(),
                secrets.mask(effect.summary()).text(),
                secrets.mask(effect.output()).text());
    }

    /** What would hold programs tighter and is not there; empty if all is there, or nothing is run anyway. */
    String trouble() {
        String missing = isOn() ? sandbox.missing() : "";
        return missing.isEmpty() ? "" : "not to be had here: " + missing;
    }
}
