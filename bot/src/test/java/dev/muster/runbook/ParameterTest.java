package dev.muster.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.incident.Refusal;
import dev.muster.runbook.Parameter.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterTest {

    @ParameterizedTest
    @CsvSource({
        "TEXT,   '[a-z0-9-]{1,9}', db-1,       true",
        "TEXT,   '[a-z0-9-]{1,9}', 'db-1; rm', false",
        "TEXT,   'b',              abc,        false",
        "TEXT,   '.*',             'a\nb',     false",
        "TEXT,   '(a*)*b',         aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, false",
        "NUMBER, '.*',             -12,        true",
        "NUMBER, '.*',             1.5,        false",
    })
    void takesOnlyWhatMatchesAsAWhole(Type type, String pattern, String value, boolean accepts) {
        Parameter parameter =
                new Parameter("host", type, Optional.of(pattern), List.of(), Optional.empty(), Optional.empty());

        assertThat(parameter.accepts(value)).isEqualTo(accepts);
    }

    @Test
    void refusesAValueAndSaysWhatWouldDo() {
        Parameter parameter = new Parameter(
                "zone", Type.TEXT, Optional.empty(), List.of("a", "b"), Optional.empty(), Optional.empty());

        assertThat(parameter.require("a")).isEqualTo("a");
        assertThatThrownBy(() -> parameter.require("`c`"))
                .isInstanceOf(Refusal.class)
                .hasMessage("`'c'` is no value for zone: one of a, b. Nothing was changed.");
    }

    @Test
    void fillsATextOnceAndCarriesNothingOut() {
        Map<String, String> values = Map.of("host", "{{zone}} $1 \\", "zone", "a");
        String text = "{{host}} {{ zone }} {{other}} {{.Names}} {{#zone}} {{{zone}}} ${zone}";

        assertThat(Template.fill(text, values))
                .isEqualTo("{{zone}} $1 \\ a {{other}} {{.Names}} {{#zone}} {a} ${zone}");
        assertThat(Template.names(text)).containsExactly("host", "zone", "other");
    }
}
