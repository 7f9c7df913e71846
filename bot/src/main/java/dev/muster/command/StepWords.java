package dev.muster.command;

import dev.muster.desk.Handles;
import dev.muster.desk.Markup;
import dev.muster.desk.People;
import dev.muster.desk.RunDesk;
import dev.muster.incident.Actor;
import dev.muster.incident.Refusal;
import dev.muster.incident.UserId;
import dev.muster.runbook.Outcome;
import dev.muster.runbook.Run;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Step;
import java.util.Optional;

/** What can be said about one step of a run. */
final class StepWords {

    private final RunDesk desk;
    private final People people;

    StepWords(RunDesk desk, People people) {
        this.desk = desk;
        this.people = people;
    }

    Reply mark(Request request) {
        Outcome outcome = Outcome.parse(request.find("outcome").orElse("done"));
        int run = number(request.find("id"));
        String step = request.find("step").orElse("");
        if (run == 0 || step.isEmpty()) {
            throw new Refusal("Say which run and which step: `/incident runbook mark 1 STEP done|skipped|blocked`. "
                    + "Nothing was changed.");
        }
        String seen = request.find("seen").orElse("");
        desk.mark(request.id(), run, step, outcome, seen, request.actor());
        return Reply.tell("The step is %s.".formatted(outcome));
    }

    Reply answer(Request request) {
        String step = request.find("step").orElse("");
        int run = number(request.find("id"));
        int answer = number(request.find("outcome"));
        if (run == 0 || answer == 0 || step.isEmpty()) {
            throw new Refusal(
                    "Say which run, which step and which answer: `/incident runbook answer 1 STEP 2`. Nothing was changed.");
        }
        Run after = desk.answer(request.id(), run, step, answer, request.actor());
        return Reply.tell(
                "Answered: %s.".formatted(Markup.escape(after.answer(step).orElse(""))));
    }

    /** The button knows which try it is for, and what was to be seen above it. */
    Reply run(Request request) {
        int attempt = number(request.find("outcome"));
        String seen = request.find("seen").orElse("");
        Run after = desk.want(request.id(), number(request), step(request), attempt, seen, request.actor());
        return Reply.tell(
                after.attempt(step(request))
                                .filter(now -> now.state().isUnderWay())
                                .isPresent()
                        ? "It will be run now, once. What comes of it is said at the step."
                        : "Nothing was run: it needs an approval, which is asked for again in the channel.");
    }

    Reply settle(Request request, boolean worked) {
        desk.settle(request.id(), number(request), step(request), worked, request.actor());
        return Reply.tell(worked ? "Good. The run goes on." : "Written down. The step is open still.");
    }

    /** Starts what the step calls. */
    Reply call(Request request) {
        Run run =
                desk.call(request.incident(), request.said().origin(), number(request), step(request), request.actor());
        return Reply.tell("Started `%s` as run %d. When it is over, the one that called it goes on."
                .formatted(run.runbook(), run.number()));
    }

    Reply say(Request request) {
        desk.say(request.id(), number(request), step(request), request.actor());
        return Reply.tell("It is being said. The run goes on.");
    }

    /** What the step sets is set as if it had been typed, and then the step is done. */
    Reply set(Request request) {
        Run run = desk.get(request.id(), number(request));
        Runbook book = desk.version(run);
        Step step = book.step(step(request));
        if (run.result(step.id())
                .filter(result -> result.outcome() == Outcome.DONE)
                .isPresent()) {
            return Reply.tell("“%s” is done already. Nothing was changed.".formatted(Markup.escape(step.title())));
        }
        if (run.current(book).filter(step::equals).isEmpty()) {
            throw new Refusal("“%s” is not the step to be done now. Nothing was changed.".formatted(step.title()));
        }
        String words = desk.outlook(request.incident(), run, book, step)
                .setting(step)
                .orElseThrow(() -> new Refusal("“%s” sets nothing. Nothing was changed.".formatted(step.title())));
        return new Reply.First(request.id() + " " + called(words), () -> {
            desk.mark(request.id(), run.number(), step.id(), Outcome.DONE, "", request.actor());
            return Reply.tell("Done: `%s`. The run goes on.".formatted(words));
        });
    }

    /** Whoever is named by their handle, as Slack would have it typed. */
    private String called(String words) {
        return Handles.called(words, people, handle -> {
            throw new Refusal("There is nobody who goes by %s. Nothing was changed. Do it by hand, and press Done."
                    .formatted(handle));
        });
    }

    Reply give(Request request) {
        Optional<String> named = request.find("user");
        if (named.isEmpty()) {
            throw new Refusal("Say to whom: `/incident runbook give @user`. Nothing was changed.");
        }
        Actor to = people.get(new UserId(named.get())).actor();
        int number = number(request.find("id"));
        Run run = number == 0 ? RunbookVerb.last(desk, request.id()) : desk.get(request.id(), number);
        Runbook book = desk.version(run);
        String title = run.current(book).map(Step::title).orElse("");
        desk.give(request.id(), run.number(), to, request.actor());
        return Reply.tell("“%s” is with %s now.".formatted(Markup.escape(title), Markup.mention(to.id())));
    }

    private static int number(Request request) {
        int run = number(request.find("id"));
        if (run == 0 || request.find("step").isEmpty()) {
            throw new Refusal(
                    "Say which run and which step, e.g. `/incident runbook run 1 STEP`. Nothing was changed.");
        }
        return run;
    }

    private static String step(Request request) {
        return request.find("step").orElse("");
    }

    static int number(Optional<String> word) {
        return word.filter(text -> text.matches("[1-9][0-9]{0,5}"))
                .map(Integer::parseInt)
                .orElse(0);
    }
}
