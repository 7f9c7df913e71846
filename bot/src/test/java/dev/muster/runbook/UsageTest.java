package dev.muster.runbook;

import static dev.muster.incident.Samples.ANN;
import static dev.muster.incident.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.incident.Incident;
import dev.muster.incident.Samples;
import dev.muster.runbook.Usage.StepUse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A runbook is known by how it was used. */
class UsageTest {

    private final Incident incident = Samples.opened();
    private final Runbook book = new Runbook(
            "disk",
            "0123456789ab",
            "Disks full",
            List.of(),
            List.of(),
            Stream.of("look", "clean")
                    .map(id -> new Step(
                            id, id, new Action.Manual(), "", Optional.empty(), Optional.empty(), Optional.empty()))
                    .toList());

    @Test
    void countsRunsAndStepsAndTakesTheMedianOfHowLongTheyTook() {
        Run quick = walked(minutes(0), Outcome.DONE, minutes(1), minutes(3));
        Run slow = walked(minutes(10), Outcome.DONE, minutes(13), minutes(30));
        Run slower = walked(minutes(40), Outcome.SKIPPED, minutes(41), minutes(100));
        Run stopped = Walking.stop(incident, started(minutes(50)), book, ANN, minutes(51))
                .run();
        Run open = started(minutes(60));

        Usage usage = Usage.of(List.of(slow, quick, stopped, slower, open), run -> book);

        assertThat(usage.runs()).isEqualTo(5);
        assertThat(usage.finished()).isEqualTo(3);
        assertThat(usage.stopped()).isEqualTo(1);
        assertThat(usage.last()).contains(minutes(60));
        assertThat(usage.usual()).contains(Duration.ofMinutes(20));
        assertThat(usage.steps())
                .containsEntry("look", new StepUse(2, 1, 0, Optional.of(Duration.ofMinutes(2))))
                .containsEntry("clean", new StepUse(3, 0, 0, Optional.of(Duration.ofMinutes(17))));
    }

    @Test
    void remembersThatAStepWasBlockedThoughItWasDoneInTheEnd() {
        Run blocked = mark(mark(started(NOW), "look", Outcome.BLOCKED, minutes(1)), "look", Outcome.DONE, minutes(2));

        Usage usage = Usage.of(List.of(blocked), run -> book);

        assertThat(usage.steps()).containsEntry("look", new StepUse(1, 0, 1, Optional.of(Duration.ofMinutes(2))));
    }

    @Test
    void knowsNoLengthOfRunsFromBeforeThatWasKept() {
        Run old = new Run(incident.id(), 1, "disk", "0123456789ab", Optional.empty(), Map.of(), Map.of(), false);

        Usage usage = Usage.of(List.of(old), run -> book);

        assertThat(usage.usual()).isEmpty();
        assertThat(usage.last()).isEmpty();
        assertThat(usage.runs()).isEqualTo(1);
    }

    private Run walked(Instant start, Outcome look, Instant looked, Instant cleaned) {
        return mark(mark(started(start), "look", look, looked), "clean", Outcome.DONE, cleaned);
    }

    private Run started(Instant at) {
        return Walking.start(incident, 1, book, ANN, at).run();
    }

    private Run mark(Run run, String step, Outcome outcome, Instant at) {
        return Walking.mark(incident, run, book, step, outcome, ANN, at).run();
    }

    private static Instant minutes(int minutes) {
        return NOW.plus(Duration.ofMinutes(minutes));
    }
}
