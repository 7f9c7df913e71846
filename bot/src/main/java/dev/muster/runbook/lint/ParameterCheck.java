package dev.muster.runbook.lint;

import dev.muster.incident.Guess;
import dev.muster.runbook.Parameter;
import dev.muster.runbook.Template;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether the parameters that are used are those that there are. */
final class ParameterCheck implements Check {

    @Override
    public void look(Examined at) {
        List<String> known =
                at.book().parameters().stream().map(Parameter::name).toList();
        Set<String> unused = new HashSet<>(known);
        at.eachText((text, pointer) -> {
            if (pointer.startsWith("/steps/")) {
                Set<String> names = Template.names(text);
                unused.removeAll(names);
                names.forEach(name -> defined(at, pointer, name, known));
            }
        });
        known.stream()
                .filter(unused::contains)
                .forEach(name -> at.found(
                        Rule.UNUSED_PARAMETER, "/parameters/" + name, "no step says {{" + name + "}}. Delete it."));
    }

    private static void defined(Examined at, String pointer, String name, List<String> known) {
        if (!known.contains(name) && !Template.KNOWN.contains(name)) {
            at.found(
                    Rule.UNDEFINED_PARAMETER,
                    pointer,
                    "there is no parameter \"" + name + "\"." + Guess.sentence(name, known));
        }
    }
}
