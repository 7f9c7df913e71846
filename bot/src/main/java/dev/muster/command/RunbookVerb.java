package dev.muster.command;

import dev.muster.desk.Knowledge;
import dev.muster.desk.Markup;
import dev.muster.desk.People;
import dev.muster.desk.Policy;
import dev.muster.desk.RunDesk;
import dev.muster.incident.Guess;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Refusal;
import dev.muster.incident.Words;
import dev.muster.runbook.Run;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Setup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Walks people through a runbook, one step after another. */
public final class RunbookVerb implements Verb {

    private static final List<String> LOOKING = List.of("list", "status");
    private static final List<String> CHANGING =
            List.of("start", "stop", "give", "mark", "answer", "run", "worked", "failed", "call", "fill", "say", "set");

    private final RunDesk desk;
    private final People people;
    private final StepWords steps;
    private final Knowledge knowledge;

    public RunbookVerb(RunDesk desk, Knowledge knowledge, People people) {
        this.knowledge = knowledge;
        this.desk = desk;
        this.people = people;
        this.steps = new StepWords(desk, people);
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
        return List.of("runbook [list | start ID [NAME=VALUE …] | status | stop]", "runbook give @user [RUN]");
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        boolean starts = words.word("what").found().getOrDefault("what", "").equals("start");
        return starts
                ? words.word("id").rest("values")
                : words.person("user")
                        .word("id")
                        .word("step")
                        .word("outcome")
                        .word("seen")
                        .found();
    }

    /** To look is free. */
    @Override
    public void requireAllowed(Policy policy, Request request) {
        if (request.find("what").filter("run"::equals).isPresent()) {
            policy.require("runbook-run", request.about(), request.by().id());
        }
        boolean changes = request.find("what").filter(CHANGING::contains).isPresent();
        if (changes || ValueForm.answered(request.answers()).isPresent()) {
            policy.require(name(), request.about(), request.by().id());
        }
    }

    @Override
    public Reply act(Request request) {
        Optional<ValueForm> filled = ValueForm.answered(request.answers());
        if (filled.isPresent()) {
            return told(filled.get(), request);
        }
        String what = request.find("what").orElse("list");
        return switch (what) {
            case "list" -> list();
            case "start" -> start(request);
            case "status" -> status(request);
            case "stop" -> stop(request);
            case "fill" -> fill(request);
            case "give" -> steps.give(request);
            case "mark" -> steps.mark(request);
            case "answer" -> steps.answer(request);
            case "run" -> steps.run(request);
            case "worked" -> steps.settle(request, true);
            case "failed" -> steps.settle(request, false);
            case "call" -> steps.call(request);
            case "say" -> steps.say(request);
            case "set" -> steps.set(request);
            default ->
                throw new Refusal("I do not know `runbook %s`.%s Nothing was changed. Try `/incident runbook list`."
                        .formatted(Words.again(what), Guess.sentence(what, words())));
        };
    }

    private Reply list() {
        List<Runbook> books = desk.books();
        Map<String, String> known = knowledge.words(books);
        String lines = books.stream()
                .map(book -> "• `%s` %s (%d steps; %s)"
                        .formatted(
                                book.id(),
                                Markup.escape(book.title()),
                                book.steps().size(),
                                known.getOrDefault(book.id(), "")))
                .collect(Collectors.joining("\n"));
        return Reply.tell(
                lines.isEmpty() ? "There are no runbooks." : lines + "\nTo begin: `/incident runbook start ID`");
    }

    /** What it must know and was not told is asked for first. */
    private Reply start(Request request) {
        Runbook book = desk.book(request.find("id").orElse(""));
        Map<String, String> values =
                ValueForm.typed(PlainWords.of(request.find("values").orElse(""), people));
        boolean isTold = book.parameters().stream()
                .allMatch(
                        one -> values.containsKey(one.name()) || one.fallback().isPresent());
        return isTold
                ? start(request, book, values)
                : new Reply.Ask(new ValueForm("start/" + book.id()).form(request, book, values));
    }

    /** Tells a run that is under way what it does not know yet. */
    private Reply fill(Request request) {
        Run run = desk.get(request.id(), StepWords.number(request.find("id")));
        Runbook book = desk.version(run);
        return new Reply.Ask(new ValueForm("run/" + run.number())
                .form(request, book, run.setup().values()));
    }

    private Reply told(ValueForm form, Request request) {
        String[] about = form.about().split("/", 2);
        Map<String, String> values = form.values(request.answers());
        if (about[0].equals("start")) {
            return start(request, desk.book(about[1]), values);
        }
        int run = StepWords.number(Optional.of(about[1]));
        desk.tell(request.id(), run, values, request.actor());
        return Reply.tell("Run %d knows that now.".formatted(run));
    }

    private Reply start(Request request, Runbook book, Map<String, String> values) {
        Run run = desk.start(request.id(), request.said().origin(), book, Setup.of(values), request.actor());
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
        Run last = last(desk, request.id());
        desk.stop(last, request.actor());
        return Reply.tell("Stopped run %d of `%s`.".formatted(last.number(), last.runbook()));
    }

    /** The run that was begun last and is not over. */
    static Run last(RunDesk desk, IncidentId incident) {
        return desk.runs(incident).stream()
                .filter(run -> !run.isOver(desk.version(run)))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new Refusal("No runbook is running in %s.".formatted(incident)));
    }

    private static List<String> words() {
        return Stream.concat(LOOKING.stream(), CHANGING.stream()).toList();
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
