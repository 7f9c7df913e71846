package dev.muster.runbook.lint;

import dev.muster.config.Place;

/** One thing that lint complains of. */
public record Finding(Place place, Rule rule, String what) {

    @Override
    public String toString() {
        return "%s: %s: %s [%s]".formatted(place, rule.level(), what, rule);
    }
}
