package dev.muster.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.incident.Role;
import dev.muster.incident.Stage;
import dev.muster.runbook.Action.Approval;
import dev.muster.runbook.Action.Assign;
import dev.muster.runbook.Action.Call;
import dev.muster.runbook.Action.Command;
import dev.muster.runbook.Action.Decision;
import dev.muster.runbook.Action.Http;
import dev.muster.runbook.Action.Message;
import dev.muster.runbook.Action.SetStage;
import dev.muster.runbook.Action.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrialTest {

    private static final Parameter HOST = new Parameter(
            "host", Parameter.Type.TEXT, Optional.empty(), List.of(), Optional.of("db-1"), Optional.empty());

    @Test
    void tellsEverythingThatARunWouldSayAskAndCall() {
        Care care = new Care(
                Optional.of(Duration.ofMinutes(2)),
                Care.Failure.STOP,
                Optional.of("back"),
                Optional.of(Duration.ofMinutes(10)));
        Runbook book = book(
                "all",
                step("a", new Approval(List.of("ic", "@dba"), true)),
                new Step(
                        "b",
                        "B {{host}}",
                        new Command(List.of("run it", "{{host}}")),
                        "",
                        none(),
                        none(),
                        Optional.of("tech"),
                        care,
                        none()),
                step(
                        "c",
                        new Http(
                                "POST",
                                "https://x.example/{{host}}",
                                Map.of("K", "v"),
                                Optional.of("{}\n{{other}}"),
                                List.of(200))),
                step("d", new Message(List.of("#status"), "Hello @ann and <!here>, not x@y")),
                step("e", new Assign(Role.TECH, none())),
                step("f", new SetStage(Stage.MITIGATING)),
                step("g", new Wait(Duration.ofMinutes(5))));

        assertThat(Trial.lines(book, id -> none(), Map.of()))
                .containsExactly(
                        "all (version 1): Book all",
                        "  1. posts “Title of a” (approval)",
                        "     asks for approval by ic or @dba, and not by whoever started the run",
                        "  2. posts “B db-1” (command)",
                        "     mentions whoever is tech",
                        "     runs the command [run it] [db-1]",
                        "     reminds after 10 min",
                        "     fails after 2 min",
                        "     after a failure: stop",
                        "     way back: back",
                        "  3. posts “Title of c” (http)",
                        "     calls POST https://x.example/db-1",
                        "       K: v",
                        "       {}",
                        "       {{other}}",
                        "       success is [200]",
                        "  4. posts “Title of d” (message)",
                        "     says to #status:",
                        "       Hello @ann and <!here>, not x@y",
                        "     mentions @ann",
                        "     mentions <!here>",
                        "  5. posts “Title of e” (assign)",
                        "     asks who takes the role of the tech lead",
                        "  6. posts “Title of f” (stage)",
                        "     sets the stage to mitigating",
                        "  7. posts “Title of g” (wait)",
                        "     waits for 5 min",
                        "  is over");
    }

    @Test
    void followsEachBranchAndTellsWhatIsSharedOnce() {
        Branch yes = new Branch("Yes", none(), none());
        Branch no = new Branch("No", Optional.of("c"), none());
        Branch never = new Branch("Never", Optional.of("end"), none());
        Runbook book = book(
                "tree",
                step("a", new Decision(List.of(yes, no, never))),
                step("b", new Action.Manual()),
                step("c", new Action.Check()));

        assertThat(Trial.lines(book, id -> none(), Map.of()))
                .containsExactly(
                        "tree (version 1): Book tree",
                        "  1. posts “Title of a” (decision)",
                        "     asks for one of “Yes”, “No”, “Never”",
                        "  if “Yes”:",
                        "    2. posts “Title of b” (manual)",
                        "    3. posts “Title of c” (check)",
                        "    is over",
                        "  if “No”:",
                        "    goes on with “Title of c”, as told elsewhere",
                        "  if “Never”:",
                        "    is over");
    }

    @Test
    void followsCallsAndStopsWhereTheyGoRound() {
        Runbook one =
                book("one", step("a", new Call("two", Map.of("host", "x"))), step("z", new Call("none", Map.of())));
        Runbook two = book("two", step("b", new Call("one", Map.of())), step("c", new Message(List.of(), "{{host}}")));
        Map<String, Runbook> shelf = Map.of("one", one, "two", two);

        assertThat(Trial.lines(one, id -> Optional.ofNullable(shelf.get(id)), Map.of()))
                .containsSubsequence(
                        "     starts the runbook two with host = x, and goes on when it is over",
                        "       two (version 1): Book two",
                        "              one (version 1): Book one",
                        "                as above",
                        "              x",
                        "       there is no such runbook");
    }

    /** As many decisions as there may be have more ways than there are atoms; each step is told once all the same. */
    @Test
    void growsWithTheStepsAndNotWithTheWays() {
        Branch yes = new Branch("Yes", none(), none());
        Branch no = new Branch("No", none(), none());
        Runbook book = book(
                "wide",
                IntStream.range(0, 200)
                        .mapToObj(number -> step("s" + number, new Decision(List.of(yes, no))))
                        .toArray(Step[]::new));

        assertThat(Trial.lines(book, id -> none(), Map.of())).hasSizeLessThan(1_100);
    }

    private static Runbook book(String id, Step... steps) {
        return new Runbook(
                id, "1", "Book " + id, List.of(), List.of(), List.of(steps), Upkeep.UNKNOWN, List.of(), List.of(HOST));
    }

    private static Step step(String id, Action action) {
        return new Step(id, "Title of " + id, action, "", none(), none(), none());
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }
}
