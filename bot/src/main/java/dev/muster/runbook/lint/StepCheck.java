package dev.muster.runbook.lint;

import dev.muster.runbook.Action;
import dev.muster.runbook.Action.Kind;
import dev.muster.runbook.Routes;
import dev.muster.runbook.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What each step needs, and whether what changes something is verified. */
final class StepCheck implements Check {

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_TEXT = 1800;
    private static final Set<Kind> EXPLAINED = Set.of(Kind.MANUAL, Kind.CHECK, Kind.COMMAND, Kind.HTTP);
    private static final Set<Kind> LOOKING = Set.of(Kind.CHECK, Kind.DECISION);

    @Override
    public void look(Examined at) {
        if (at.book().steps().stream().noneMatch(step -> LOOKING.contains(step.kind()))) {
            at.found(Rule.DIAGNOSIS, "/steps", "no step looks at anything. Begin with one of the kind check.");
        }
        at.eachStep((step, pointer) -> {
            words(at, step, pointer);
            care(at, step, pointer);
        });
        verification(at);
    }

    private static void words(Examined at, Step step, String pointer) {
        if (step.why().isEmpty() && EXPLAINED.contains(step.kind())) {
            at.found(Rule.WHY, pointer, "the step \"" + step.id() + "\" does not say why.");
        }
        if (step.expect().isEmpty() && step.kind() == Kind.CHECK) {
            at.found(Rule.EXPECT, pointer, "the check \"" + step.id() + "\" does not say what should be seen.");
        }
        if (step.title().length() > LONGEST_TITLE) {
            at.found(Rule.TOO_LONG, pointer + "/title", "it is longer than " + LONGEST_TITLE + " characters.");
        }
        if (step.text().length() > LONGEST_TEXT) {
            at.found(Rule.TOO_LONG, pointer + "/text", "it is longer than " + LONGEST_TEXT + " characters. Split it.");
        }
    }

    private static void care(Examined at, Step step, String pointer) {
        boolean isCall = step.kind() == Kind.COMMAND || step.kind() == Kind.HTTP;
        if (isCall && step.care().timeLimit().isEmpty()) {
            at.found(Rule.TIME_LIMIT, pointer, "the step \"" + step.id() + "\" may hang. Add time_limit.");
        }
        if (isCall && changes(step) && step.care().rollBack().isEmpty()) {
            at.found(Rule.ROLL_BACK, pointer, "the step \"" + step.id() + "\" names no way back. Add roll_back.");
        }
    }

    /** What a person does is a change if there is a way back from it. */
    private static boolean changes(Step step) {
        return step.kind() == Kind.COMMAND
                || step.action() instanceof Action.Http http && http.changesSomething()
                || step.kind() == Kind.MANUAL && step.care().rollBack().isPresent();
    }

    /** Ways only lead forward; so whoever looks from the end has seen all that follows. */
    private static void verification(Examined at) {
        Routes routes = new Routes(at.book().steps());
        List<Step> steps = at.book().steps();
        Set<Step> looksLater = new HashSet<>();
        for (int place = steps.size() - 1; place >= 0; place--) {
            Step step = steps.get(place);
            boolean all = !routes.mayEndAfter(step)
                    && routes.followers(step).stream()
                            .allMatch(next -> next.kind() == Kind.CHECK || looksLater.contains(next));
            if (all) {
                looksLater.add(step);
            } else if (changes(step)) {
                at.found(
                        Rule.VERIFICATION,
                        "/steps/" + place,
                        "after \"" + step.id() + "\" nobody looks whether it helped. Let a check follow.");
            }
        }
    }
}
