package dev.muster.incident;

import java.time.Instant;

/** What is known of an incident at a glance. Title, origin and declaration never change; the rest does. */
public record Facts(
        String title,
        Severity severity,
        Stage stage,
        boolean isPrivate,
        boolean drill,
        Actor declaredBy,
        Instant declaredAt) {

    Facts with(Severity other) {
        return new Facts(title, other, stage, isPrivate, drill, declaredBy, declaredAt);
    }

    Facts with(Stage other) {
        return new Facts(title, severity, other, isPrivate, drill, declaredBy, declaredAt);
    }
}
