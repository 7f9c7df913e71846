package dev.muster.desk;

import dev.muster.runbook.Runbook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What came of trying runbooks out. */
public interface Trials {

    /** Keeps what came of it, with the time. */
    void put(Runbook book, boolean passed, List<String> report);

    /** The last of any version. */
    Optional<Tried> last(String runbook);

    /** A version that was tried out. */
    record Tried(String version, Instant at, boolean passed, List<String> report) {
        public Tried {
            report = List.copyOf(report);
        }
    }
}
