package dev.muster.runbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One step: what is done in it, and all that helps people with it.
 *
 * @param text what to do, as Slack-like Markdown
 * @param expect what should be seen
 * @param why why it works or why it matters
 * @param role who does it; anyone if empty
 * @param next the step that comes after it, or {@link #END}; the one below if empty
 */
public record Step(
        String id,
        String title,
        Action action,
        String text,
        Optional<String> expect,
        Optional<String> why,
        Optional<String> role,
        Care care,
        Optional<String> next) {

    /** Stands for the end where a step is named; no step has this id. */
    public static final String END = "end";

    /** A step with nothing special to care for, followed by the one below it. */
    public Step(
            String id,
            String title,
            Action action,
            String text,
            Optional<String> expect,
            Optional<String> why,
            Optional<String> role) {
        this(id, title, action, text, expect, why, role, Care.NONE, Optional.empty());
    }

    /** What is done in it, in lines for people, with the names of parameters; nothing where only the text says it. */
    public List<String> inWords() {
        return action.accept(new ActionWords(Map.of()));
    }

    /** Every text of it in which parameters can stand. */
    List<String> texts() {
        return Stream.of(
                        Stream.of(title, text),
                        expect.stream(),
                        why.stream(),
                        care.rollBack().stream(),
                        inWords().stream())
                .flatMap(texts -> texts)
                .toList();
    }

    public Action.Kind kind() {
        return action.kind();
    }
}
