package dev.muster.command;

import java.util.List;

/**
 * One thing that a verb needs to know: a question on its form, and a part of what can be typed.
 *
 * @param hint how to answer, shown below the question; may be empty
 * @param choices what to choose from, for a choice
 */
public record Field(String name, String label, Type type, boolean required, String hint, List<String> choices) {

    /** How it is answered. */
    public enum Type {
        LINE,
        TEXT,
        CHOICE,
        PERSON,
        PEOPLE
    }

    static Field line(String name, String label, String hint) {
        return new Field(name, label, Type.LINE, false, hint, List.of());
    }

    static Field text(String name, String label, String hint) {
        return new Field(name, label, Type.TEXT, false, hint, List.of());
    }

    static Field choice(String name, String label, List<String> choices) {
        return new Field(name, label, Type.CHOICE, false, "", List.copyOf(choices));
    }

    static Field person(String name, String label, String hint) {
        return new Field(name, label, Type.PERSON, false, hint, List.of());
    }

    /** Several; their ids are the answer, with commas between. */
    static Field people(String name, String label, String hint) {
        return new Field(name, label, Type.PEOPLE, false, hint, List.of());
    }

    Field needed() {
        return new Field(name, label, type, true, hint, choices);
    }
}
