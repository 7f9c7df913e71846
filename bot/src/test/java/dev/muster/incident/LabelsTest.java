package dev.muster.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an alert says of itself is read as people type it, and as alerts are written in messages. */
class LabelsTest {

    @Test
    void readsWhatWasTyped() {
        assertThat(Labels.parse("alertname=PoolExhausted, runbook_url=https://w.example/a?b=c ,team=db"))
                .isEqualTo(
                        Map.of("alertname", "PoolExhausted", "runbook_url", "https://w.example/a?b=c", "team", "db"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alertname", "=x", "a b=c", "a=b,,c=d", "9a=b"})
    void refusesWhatIsNoLabel(String text) {
        assertThatThrownBy(() -> Labels.parse(text))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Write name=value")
                .hasMessageContaining("Nothing was declared");
    }

    @Test
    void findsThemInTheMessageOfAnAlert() {
        String message =
                """
                [FIRING:1] PoolExhausted
                *alertname:* `PoolExhausted`
                • severity = critical
                *runbook_url*: <https://wiki.example/runbooks/connection-pool.md|Runbook>
                Nobody can pay: carts are lost, 3 of 4
                """;

        String found = Labels.in(message);

        assertThat(Labels.parse(found))
                .containsEntry("alertname", "PoolExhausted")
                .containsEntry("severity", "critical")
                .containsEntry("runbook_url", "https://wiki.example/runbooks/connection-pool.md")
                .doesNotContainKey("Nobody");
    }

    @Test
    void takesNoMessageOfAPersonForAnAlert() {
        assertThat(Labels.in("Note: the pool is full\nsince: ten")).isEmpty();
    }
}
