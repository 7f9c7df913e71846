package dev.muster.command;

import dev.muster.desk.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One thing people can ask for: typed, pressed or filled in. Its name, its help and its doing live in one file. */
public interface Verb {

    /** The word that it is called by. */
    String name();

    /** What it is for, in one sentence. */
    String purpose();

    /** How it is typed, without {@code /incident}. */
    List<String> usages();

    /** Whether it is about one incident: the channel's, or the one that is named. */
    default boolean aboutIncident() {
        return true;
    }

    /** The questions of its form; none if it has no form. */
    default List<Field> fields() {
        return List.of();
    }

    /** What the form's button says. */
    default String submit() {
        return "Save";
    }

    /** What typed words say, as answers to the questions. What is not understood is left out. */
    default Map<String, String> understand(Phrase words) {
        return Map.of();
    }

    /** What a form shows before anybody has answered, where there is something better than nothing. */
    default Map<String, String> suggestions(Request request) {
        return Map.of();
    }

    /**
     * Lets nobody pass who may not ask this. Called before a form is opened, and again before anything is done.
     *
     * @throws dev.muster.incident.Refusal that says who may
     */
    default void requireAllowed(Policy policy, Request request) {
        policy.require(name(), request.about(), request.by().id());
    }

    /**
     * Does it. Every needed answer is there.
     *
     * @throws dev.muster.incident.Refusal if it cannot be done
     */
    Reply act(Request request);

    /** The first question that must be answered and is not. */
    default Optional<Field> missing(Map<String, String> answers) {
        return fields().stream()
                .filter(Field::required)
                .filter(field -> answers.getOrDefault(field.name(), "").isBlank())
                .findFirst();
    }
}
