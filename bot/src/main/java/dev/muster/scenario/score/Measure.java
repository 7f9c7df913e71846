package dev.muster.scenario.score;

import java.util.List;

/**
 * One thing that is counted.
 *
 * @param id stays the same, so that rehearsals can be compared
 * @param points from 0 to {@code most}
 * @param result what happened, in words
 * @param moments the lines of the timeline behind it, in order; none where something did not happen
 */
public record Measure(
        String id, String title, int points, int most, String result, List<Moment> moments, Practice practice) {

    public Measure {
        moments = List.copyOf(moments);
        points = Math.max(0, Math.min(most, points));
    }

    public boolean isFull() {
        return points == most;
    }

    Measure wordless() {
        return new Measure(id, title, points, most, result, List.of(), practice);
    }

    public int lost() {
        return most - points;
    }
}
