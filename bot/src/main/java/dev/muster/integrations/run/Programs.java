package dev.muster.integrations.run;

import com.google.re2j.Pattern;
import dev.muster.desk.Execution;
import dev.muster.desk.Execution.Permit;
import dev.muster.incident.Guess;
import dev.muster.runbook.Effect;
import dev.muster.runbook.Order.Program;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs programs that are allowed, as they are allowed, in a sandbox. */
public final class Programs {

    private final Execution execution;
    private final Sandbox sandbox;

    public Programs(Execution execution, Sandbox sandbox) {
        this.execution = execution;
        this.sandbox = sandbox;
    }

    /** Why it may not be run; empty if it may. */
    public Optional<String> objection(Program program) {
        String name = program.words().get(0);
        List<Permit> named = execution.programs().stream()
                .filter(permit -> isCalled(permit, name))
                .toList();
        if (named.isEmpty()) {
            List<String> known = execution.programs().stream().map(Permit::name).toList();
            return Optional.of("the settings allow no program `%s`.%s".formatted(name, Guess.sentence(name, known)));
        }
        if (program.words().stream().anyMatch(word -> word.indexOf('\0') >= 0)) {
            return Optional.of("one of its words has a character in it that no program is given");
        }
        Optional<Permit> permit = permit(program);
        if (permit.isEmpty()) {
            return Optional.of("the settings do not allow `%s` to be given these words".formatted(name));
        }
        return Files.isExecutable(permit.get().program())
                ? Optional.empty()
                : Optional.of("there is no program " + permit.get().program() + " here");
    }

    /** Runs it and waits for its end. */
    public Effect run(Program program) {
        Optional<String> objection = objection(program);
        if (objection.isPresent()) {
            return Effect.failure("was not begun: " + objection.get());
        }
        List<String> words = new ArrayList<>(program.words());
        words.set(0, permit(program).orElseThrow().program().toString());
        Duration longest = execution.limits().time();
        Duration time =
                program.limit().filter(limit -> limit.compareTo(longest) < 0).orElse(longest);
        Ended ended = sandbox.run(words, time);
        return ended.effect(program.expected());
    }

    private Optional<Permit> permit(Program program) {
        List<String> given = program.words().subList(1, program.words().size());
        return execution.programs().stream()
                .filter(permit -> isCalled(permit, program.words().get(0)))
                .filter(permit -> fits(permit.words(), given))
                .findFirst();
    }

    private static boolean isCalled(Permit permit, String name) {
        return permit.name().equals(name)
                || permit.program().toString().equals(name)
                || String.valueOf(permit.program().getFileName()).equals(name);
    }

    private static boolean fits(List<String> patterns, List<String> words) {
        boolean fits = patterns.size() == words.size();
        for (int place = 0; fits && place < patterns.size(); place++) {
            fits = Pattern.matches(patterns.get(place), words.get(place));
        }
        return fits;
    }
}
