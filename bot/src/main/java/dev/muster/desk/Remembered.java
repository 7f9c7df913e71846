package dev.muster.desk;

import dev.muster.incident.Incident;
import dev.muster.insight.Case;
import dev.muster.insight.Mark;
import java.util.List;
import java.util.Optional;

/**
 * An earlier incident that is like another.
 *
 * @param counted the same, with when it was closed
 * @param shared what they have in common, what counts most first
 * @param helped what is known to have helped then
 */
public record Remembered(Incident incident, Case counted, List<Mark> shared, Optional<Help> helped) {

    /**
     * What helped, as somebody wrote it.
     *
     * @param source where that stands, e.g. {@code its post-mortem}
     */
    public record Help(String source, String words) {}
}
