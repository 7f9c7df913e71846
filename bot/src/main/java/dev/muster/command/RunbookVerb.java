package dev.muster.command;

import dev.muster.desk.Markup;
import dev.muster.desk.Policy;
import dev.muster.desk.RunDesk;
import dev.muster.incident.Guess;
import dev.muster.incident.Refusal;
import dev.muster.incident.Words;
import dev.muster.runbook.Outcome;
import dev.muster.runbook.Run;
import dev.muster.runbook.Runbook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Walks people through a runbook, one step after another. */
public final class RunbookVerb implements Verb {

    private static final List<String> WORDS = List.of("list", "start", "status", "stop", "mark", "answer");
    private static final Set<String> CHANGING = Set.of("start", "stop", "mark", "answer");

    private final RunDesk desk;

    public RunbookVerb(RunDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "runbook";
    }

    @Override
    public String purpose() {
        return "Walks you through a runbook; the run keeps the version it was started with.";
    }

    @Override
    public List<String> usages() {
        return List.of("runbook [list | start ID | status | stop]");
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.word("what").word("id").word("step").word("outcome").found();
    }

    /** To look is free. */
    @Override
    public void requireAllowed(Policy policy, Request request) {
        if (request.find("what").filter(CHANGING::contains).isPresent()) {
            policy.require(name(), request.about(), request.by().id());
        }
    }

    @Override
    public Reply act(Request request) {
        String what = request.find("what").orElse("list");
        return switch (what) {
            case "list" -> list();
            case "start" -> start(request);
            case "status" -> status(request);
            case "stop" -> stop(request);
            case "mark" -> mark(request);
            case "answer" -> answer(request);
            default ->
                throw new Refusal("I do not know `runbook %s`.%s Nothing was changed. Try `/incident runbook list`."
                        .formatted(Words.again(what), Guess.sentence(what, WORDS)));
        };
    }

    private Reply list() {
        String lines = desk.books().stream()
                .map(book -> "• `" + book.id() + "` " + Markup.escape(book.title()) + " ("
                        + book.steps().size() + " steps)")
                .collect(Collectors.joining("\n"));
        return Reply.tell(
                lines.isEmpty() ? "There are no runbooks." : lines + "\nTo begin: `/incident runbook start ID`");
    }

    private Reply start(Request request) {
        Runbook book = desk.book(request.find("id").orElse(""));
        Run run = desk.start(request.id(), request.said().origin(), book, request.actor());
        return Reply.tell("Started “%s” (version %s) as run %d. Its first step comes into the channel."
                .formatted(Markup.escape(book.title()), run.version(), run.number()));
    }

    private Reply status(Request request) {
        String lines = desk.runs(request.id()).stream()
                .map(run -> line(run, desk.version(run)))
                .collect(Collectors.joining("\n"));
        return Reply.tell(lines.isEmpty() ? "No runbook was started in %s.".formatted(request.id()) : lines);
    }

    private Reply stop(Request request) {
        Run last = desk.runs(request.id()).stream()
                .filter(run -> !run.isOver(desk.version(run)))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new Refusal("No runbook is running in %s.".formatted(request.id())));
        desk.stop(last, request.actor());
        return Reply.tell("Stopped run %d of `%s`.".formatted(last.number(), last.runbook()));
    }

    private Reply mark(Request request) {
        Outcome outcome = Outcome.parse(request.find("outcome").orElse("done"));
        String number = request.find("id")
                .filter(word -> word.matches("[1-9][0-9]{0,5}"))
                .orElse("");
        String step = request.find("step").orElse("");
        if (number.isEmpty() || step.isEmpty()) {
            throw new Refusal("Say which run and which step: `/incident runbook mark 1 STEP done|skipped|blocked`. "
                    + "Nothing was changed.");
        }
        desk.mark(request.id(), Integer.parseInt(number), step, outcome, request.actor());
        return Reply.tell("The step is %s.".formatted(outcome));
    }

    private Reply answer(Request request) {
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

    private static int number(Optional<String> word) {
        return word.filter(text -> text.matches("[1-9][0-9]{0,5}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    private static String line(Run run, Runbook book) {
        String now = run.current(book)
                .map(step -> "at “" + Markup.escape(step.title()) + "”")
                .orElse("over");
        return "• run %d: `%s` version %s, %d of %d steps, %s"
                .formatted(
                        run.number(),
                        book.id(),
                        run.version(),
                        run.results().size(),
                        book.steps().size(),
                        now);
    }
}
