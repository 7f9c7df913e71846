package dev.muster.main;

import static dev.muster.incident.Samples.ANN;
import static dev.muster.incident.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.desk.Insights;
import dev.muster.incident.Declaration;
import dev.muster.incident.Declaring;
import dev.muster.incident.Severity;
import dev.muster.store.Database;
import dev.muster.store.JdbiArchive;
import dev.muster.store.JdbiIncidents;
import dev.muster.store.Location;
import dev.muster.testing.Databases;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentGaugesTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Instant now = NOW;

    @Test
    void countsOnceAMinuteAndNothingPrivate(@TempDir Path folder) {
        Database database = Database.open(new Location(Databases.sqlite(folder), Optional.empty(), Optional.empty()));
        JdbiIncidents incidents = new JdbiIncidents(database, () -> now);
        new IncidentGauges(new Insights(new JdbiArchive(database), incidents, () -> now), () -> now).bindTo(registry);
        declare(incidents, "one", false);
        declare(incidents, "two", true);
        assertThat(incidents()).isEqualTo(1);

        declare(incidents, "three", false);
        now = now.plusSeconds(59);
        assertThat(incidents()).isEqualTo(1);
        now = now.plusSeconds(1);
        assertThat(incidents()).isEqualTo(2);

        database.close();
        now = now.plusSeconds(61);
        assertThat(incidents()).isNaN();
    }

    private double incidents() {
        return registry.get("muster_incidents").tag("severity", "sev2").gauge().value();
    }

    private void declare(JdbiIncidents incidents, String origin, boolean isPrivate) {
        Declaration said = new Declaration(
                "Checkout is down", Severity.SEV2, ANN, Map.of(), Optional.empty(), isPrivate, false, origin, "");
        incidents.declare(origin, id -> Declaring.declare(id, said, now));
    }
}
