package dev.muster.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.incident.Declaring;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Samples;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookalikesTest {

    private static final List<Incident> OPEN = List.of(
            declared(1, "Checkout is down for everybody"), declared(2, "Search is slow"), declared(3, "Race 7"));

    @ParameterizedTest
    @ValueSource(
            strings = {"checkout down", "Checkout: DOWN (again)", "The checkout is down", "everybody: checkout down"})
    void seesTheSameThingInOtherWords(String title) {
        assertThat(Lookalikes.of(title, OPEN)).extracting(Incident::id).containsExactly(new IncidentId(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Checkout is slow in Asia", "Login is down", "Race 8", "is the", "🔥", "Is search down?"})
    void leavesAloneWhatOnlySharesAWord(String title) {
        assertThat(Lookalikes.of(title, OPEN)).isEmpty();
    }

    private static Incident declared(long number, String title) {
        return Declaring.declare(new IncidentId(number), Samples.declaration(title), Samples.NOW)
                .incident();
    }
}
