package dev.muster.incident;

import java.time.Instant;

/**
 * What is known of an incident at a glance. Title, origin and declaration never change; the rest does.
 *
 * @param held whether it is on legal hold, so that nothing may be taken off its record
 */
public record Facts(
        String title,
        Severity severity,
        Stage stage,
        boolean isPrivate,
        boolean drill,
        Actor declaredBy,
        Instant declaredAt,
        boolean held) {

    Facts with(Severity other) {
        return new Facts(title, other, stage, isPrivate, drill, declaredBy, declaredAt, held);
    }

    Facts with(Stage other) {
        return new Facts(title, severity, other, isPrivate, drill, declaredBy, declaredAt, held);
    }

    /** Known from now on only to those who have a part in it. */
    Facts hidden() {
        return new Facts(title, severity, stage, true, drill, declaredBy, declaredAt, held);
    }

    Facts held(boolean other) {
        return new Facts(title, severity, stage, isPrivate, drill, declaredBy, declaredAt, other);
    }
}
