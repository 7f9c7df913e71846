package dev.muster.incident;

import static dev.muster.incident.Samples.BOB;
import static dev.muster.incident.Samples.HANDBOOK;
import static dev.muster.incident.Samples.ID;
import static dev.muster.incident.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriterionTest {

    @ParameterizedTest
    @CsvSource({
        "DETECTED,      true,  false, true",
        "INVESTIGATING, true,  false, true",
        "IDENTIFIED,    false, false, true",
        "MITIGATING,    false, true,  true",
        "MONITORING,    false, false, true",
        "RESOLVED,      false, false, false",
        "CLOSED,        false, false, false"
    })
    void holdsAtSomeStages(Stage stage, boolean unclear, boolean unmitigated, boolean lasting) {
        Incident incident = Samples.opened().with(Samples.opened().facts().with(stage));

        assertThat(Criterion.UNCLEAR.holds(incident, Catalogue.EMPTY)).isEqualTo(unclear);
        assertThat(Criterion.UNMITIGATED.holds(incident, Catalogue.EMPTY)).isEqualTo(unmitigated);
        assertThat(Criterion.LASTING.holds(incident, Catalogue.EMPTY)).isEqualTo(lasting);
    }

    @Test
    void isWatchedFromTheMomentAtWhichItMayBecomeTrue() {
        Change opened = Declaring.opened(Samples.declared(), Samples.ROOM, Samples.ROOM_NAME, HANDBOOK, NOW);
        Change mitigating =
                Responding.stage(opened.incident(), Stage.MITIGATING, Optional.empty(), BOB, HANDBOOK, NOW, NOW);

        assertThat(opened.promises()).contains(watch("unclear", 30), watch("lasting", 60));
        assertThat(mitigating.promises()).contains(watch("unmitigated", 15));
        assertThat(Finishing.resolve(mitigating.incident(), Optional.empty(), BOB, Samples.HANDBOOK, NOW, NOW)
                        .withdrawn())
                .filteredOn(promise -> promise.chore() == Chore.WATCH)
                .hasSize(Criterion.values().length);
    }

    @Test
    void knowsTheNextWorseSeverity() {
        assertThat(Severity.SEV3.worse()).contains(Severity.SEV2);
        assertThat(Severity.SEV1.worse()).isEmpty();
    }

    private static Promise watch(String criterion, int minutes) {
        return Promise.toRoom(ID, Chore.WATCH, criterion, NOW.plus(Duration.ofMinutes(minutes)));
    }
}
