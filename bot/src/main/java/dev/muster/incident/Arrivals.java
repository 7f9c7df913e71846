package dev.muster.incident;

import java.util.List;

/**
 * What became of an invitation.
 *
 * @param invited who came in by it
 * @param present who was in already
 * @param failures for each who could not be invited, a sentence without its full stop
 */
public record Arrivals(List<Actor> invited, List<Actor> present, List<String> failures) {

    public Arrivals {
        invited = List.copyOf(invited);
        present = List.copyOf(present);
        failures = List.copyOf(failures);
    }
}
