package dev.muster.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.incident.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a runbook is told, typed or filled in. */
class ValueFormTest {

    @Test
    void readsTypedValuesWithQuotesAroundBlanks() {
        assertThat(ValueForm.typed("host=web-1 why=\"it is slow\" empty=\"\" url=https://a.example/?x=1"))
                .isEqualTo(Map.of("host", "web-1", "why", "it is slow", "empty", "", "url", "https://a.example/?x=1"));
        assertThat(ValueForm.typed("")).isEmpty();
    }

    @Test
    void refusesWhateverElseIsTypedThere() {
        for (String words : new String[] {"web-1", "host=web-1 and more", "Host=x", "host= x"}) {
            assertThatThrownBy(() -> ValueForm.typed(words))
                    .as(words)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Nothing was changed");
        }
    }

    @Test
    void knowsByTheNamesOfItsAnswersWhatAFormWasFor() {
        Map<String, String> answers = Map.of("run/3/host", " web-1 ", "run/3/why", "");

        ValueForm form = ValueForm.answered(answers).orElseThrow();

        assertThat(form.about()).isEqualTo("run/3");
        assertThat(form.values(answers)).isEqualTo(Map.of("host", "web-1"));
        assertThat(ValueForm.answered(Map.of("what", "list"))).isEmpty();
    }
}
