package dev.muster.review;

import dev.muster.incident.Incident;
import dev.muster.incident.Words;
import java.util.List;

/** Records without a timeline, for tests that are about what people write. */
final class Papers {

    private Papers() {}

    static Minutes minutes(Incident incident) {
        return new Minutes(incident, List.of(), List.of(), 12, "c0ffee", List.of(), List.of(), "", Words.UTC);
    }
}
