package dev.muster.runbook;

import dev.muster.incident.Words;
import dev.muster.runbook.Action.Approval;
import dev.muster.runbook.Action.Assign;
import dev.muster.runbook.Action.Call;
import dev.muster.runbook.Action.Check;
import dev.muster.runbook.Action.Command;
import dev.muster.runbook.Action.Decision;
import dev.muster.runbook.Action.Http;
import dev.muster.runbook.Action.Manual;
import dev.muster.runbook.Action.Message;
import dev.muster.runbook.Action.SetStage;
import dev.muster.runbook.Action.Visitor;
import dev.muster.runbook.Action.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an action does, in lines for people; nothing for what only the text of the step says. */
final class ActionWords implements Visitor<List<String>> {

    private final Map<String, String> values;

    /** @param values of parameters; those without one are shown by their names */
    ActionWords(Map<String, String> values) {
        this.values = values;
    }

    @Override
    public List<String> manual(Manual manual) {
        return List.of();
    }

    @Override
    public List<String> check(Check check) {
        return List.of();
    }

    @Override
    public List<String> decision(Decision decision) {
        String answers = String.join(
                ", ",
                decision.branches().stream()
                        .map(branch -> "“" + fill(branch.answer()) + "”")
                        .toList());
        return List.of("asks for one of " + answers);
    }

    @Override
    public List<String> command(Command command) {
        List<String> lines = new ArrayList<>(List.of("runs the command " + quoted(command.command())));
        expected(command.expectOutput(), lines);
        return lines;
    }

    @Override
    public List<String> http(Http http) {
        List<String> lines = new ArrayList<>();
        lines.add("calls " + http.method() + " " + fill(http.url()));
        new TreeMap<>(http.headers()).forEach((name, value) -> lines.add("  " + name + ": " + fill(value)));
        http.body().ifPresent(body -> fill(body).lines().forEach(line -> lines.add("  " + line)));
        if (!http.expectStatus().isEmpty()) {
            lines.add("  success is " + http.expectStatus());
        }
        expected(http.expectOutput(), lines);
        return lines;
    }

    @Override
    public List<String> message(Message message) {
        String to = message.to().isEmpty() ? "the channel" : String.join(", ", message.to());
        List<String> lines = new ArrayList<>();
        lines.add("says to " + fill(to) + ":");
        fill(message.message()).lines().forEach(line -> lines.add("  " + line));
        return lines;
    }

    @Override
    public List<String> assign(Assign assign) {
        String role = assign.assign().title();
        return List.of(assign.to()
                .map(to -> "makes " + fill(to) + " the " + role)
                .orElse("asks who takes the role of the " + role));
    }

    @Override
    public List<String> stage(SetStage stage) {
        return List.of("sets the stage to " + stage.stage());
    }

    @Override
    public List<String> pause(Wait wait) {
        return List.of("waits for " + Words.of(wait.lasting()));
    }

    @Override
    public List<String> approval(Approval approval) {
        String other = approval.notRequester() ? ", and not by whoever started the run" : "";
        return List.of("asks for approval by " + fill(String.join(" or ", approval.from())) + other);
    }

    @Override
    public List<String> call(Call call) {
        String with = new TreeMap<>(call.with())
                .entrySet().stream()
                        .map(given -> given.getKey() + " = " + fill(given.getValue()))
                        .reduce((one, other) -> one + ", " + other)
                        .map(given -> " with " + given)
                        .orElse("");
        return List.of("starts the runbook " + call.runbook() + with + ", and goes on when it is over");
    }

    private void expected(Optional<String> output, List<String> lines) {
        output.ifPresent(text -> lines.add("  its output must contain “" + fill(text) + "”"));
    }

    /** Each word by itself, because no shell will put them together. */
    private String quoted(List<String> words) {
        return String.join(
                " ", words.stream().map(word -> "[" + fill(word) + "]").toList());
    }

    private String fill(String text) {
        return Template.fill(text, values);
    }
}
