package dev.muster.command;

import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Notice.Choice;
import dev.muster.desk.People;
import dev.muster.desk.Policy;
import dev.muster.incident.Assessing;
import dev.muster.incident.Finishing;
import dev.muster.incident.Guess;
import dev.muster.incident.Handbook;
import dev.muster.incident.Incident;
import dev.muster.incident.Refusal;
import dev.muster.incident.Responding;
import dev.muster.incident.Stage;
import dev.muster.incident.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves an incident to another stage. */
public final class StageVerb implements Verb {

    private static final List<String> CHOICES =
            List.of("investigating", "identified", "mitigating", "monitoring", "resolved");

    private final IncidentDesk desk;
    private final Handbook handbook;
    private final People people;

    public StageVerb(IncidentDesk desk, Handbook handbook, People people) {
        this.desk = desk;
        this.handbook = handbook;
        this.people = people;
    }

    @Override
    public String name() {
        return "stage";
    }

    @Override
    public String purpose() {
        return "Says how far the response has come.";
    }

    @Override
    public List<String> usages() {
        return List.of("stage investigating|identified|mitigating|monitoring|resolved [TEXT] [--at TIME]");
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.choice("stage", "How far has the response come?", CHOICES).needed(),
                Field.text("text", "In a sentence", "What was found or done"),
                Field.line("at", "When?", "14:05, 10m ago; empty: now"));
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.taking("at", "--at (" + TimeWords.MOMENT + ")")
                .word("stage")
                .rest("text");
    }

    /** To resolve is to resolve, however it is said. */
    @Override
    public void requireAllowed(Policy policy, Request request) {
        boolean resolves = request.find("stage")
                .flatMap(Stage::find)
                .filter(Stage.RESOLVED::equals)
                .isPresent();
        policy.require(
                resolves ? "resolve" : name(), request.about(), request.by().id());
    }

    @Override
    public Reply act(Request request) {
        Stage to = parse(request.get("stage"));
        Instant happened = request.moment("at");
        Optional<String> text = request.find("text").map(words -> PlainWords.of(words, people));
        Stage from = request.incident().stage();
        Incident after = desk.change(request.id(), request.origin(), (incident, at) -> {
            if (request.find("at").isPresent()) {
                Assessing.requireFitting(incident, to, happened);
            }
            return to == Stage.RESOLVED
                    ? Finishing.resolve(incident, text, request.actor(), handbook, happened, at)
                    : Responding.stage(incident, to, text, request.actor(), handbook, happened, at);
        });
        return from == after.stage()
                ? Reply.tell("%s is %s already.".formatted(after.id(), after.stage()))
                : moved(after, from);
    }

    /** Once it is understood what is wrong, it can be said whom it hurts. */
    private static Reply moved(Incident after, Stage from) {
        String line = "%s: %s → %s.".formatted(after.id(), from, after.stage());
        boolean ask = after.stage().compareTo(Stage.IDENTIFIED) >= 0
                && !after.conduct().impact().isAssessed();
        return ask
                ? Reply.offer(
                        line + " Whom it hurts is not on the record yet.",
                        UndoVerb.button(after, "stage"),
                        new Choice("Say whom it hurts", "form " + after.id() + " impact"))
                : Reply.offer(line, UndoVerb.button(after, "stage"));
    }

    private static Stage parse(String word) {
        return Stage.find(word)
                .filter(stage -> CHOICES.contains(stage.toString()))
                .orElseThrow(
                        () -> new Refusal("There is no stage `%s` to move to.%s Nothing was changed. The stages: %s."
                                .formatted(
                                        Words.again(word), Guess.sentence(word, CHOICES), String.join(", ", CHOICES))));
    }
}
