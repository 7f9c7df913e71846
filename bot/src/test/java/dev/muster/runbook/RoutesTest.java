package dev.muster.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbook.Action.Decision;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private final Branch yes = new Branch("Yes", Optional.empty(), Optional.empty());
    private final Branch no = new Branch("No", Optional.of("look"), Optional.empty());
    private final Branch never = new Branch("Never", Optional.of(Step.END), Optional.empty());
    private final Step ask = step("ask", new Decision(List.of(yes, no, never)), Optional.empty());
    private final Step act = step("act", new Action.Manual(), Optional.of("tell"));
    private final Step look = step("look", new Action.Check(), Optional.empty());
    private final Step tell = step("tell", new Action.Manual(), Optional.empty());
    private final Routes routes = new Routes(List.of(ask, act, look, tell));

    @Test
    void leadsEachAnswerItsOwnWay() {
        assertThat(routes.after(ask, yes)).contains(act);
        assertThat(routes.after(ask, no)).contains(look);
        assertThat(routes.after(ask, never)).isEmpty();
        assertThat(routes.followers(ask)).containsExactly(act, look);
    }

    @Test
    void leadsToTheStepBelowUnlessAnotherIsNamed() {
        assertThat(routes.after(look)).contains(tell);
        assertThat(routes.after(act)).contains(tell);
        assertThat(routes.after(tell)).isEmpty();
    }

    @Test
    void knowsAfterWhichStepsItMayBeOver() {
        assertThat(List.of(ask, act, look, tell))
                .filteredOn(routes::mayEndAfter)
                .containsExactly(ask, tell);
    }

    @Test
    void findsWhatNoWayLeadsToAndWhatOnlyThatLeadsTo() {
        Step first = step("first", new Action.Manual(), Optional.of("tell"));

        assertThat(new Routes(List.of(first, act, look, tell)).unreachable()).containsExactly(act, look);
        assertThat(routes.unreachable()).isEmpty();
    }

    private static Step step(String id, Action action, Optional<String> next) {
        Optional<String> none = Optional.empty();
        return new Step(id, "Title of " + id, action, "", none, none, none, Care.NONE, next);
    }
}
