package dev.muster.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentTest {

    @ParameterizedTest
    @ValueSource(strings = {"INC-42", "inc-42", "Inc-42", "42"})
    void readsTheNumberPeopleSayAloud(String word) {
        assertThat(IncidentId.find(word)).contains(new IncidentId(42));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "INC-0", "INC-", "INC-042", "4 2", "42x", "INC-INC-1", "9999999999", "４２"})
    void readsNoNumberWhereThereIsNone(String word) {
        assertThat(IncidentId.find(word)).isEmpty();
    }

    @Test
    void refusesANumberThatNobodyCanHave() {
        assertThatThrownBy(() -> new IncidentId(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("incident number: 0 (expected: > 0)");
    }

    @ParameterizedTest
    @CsvSource({"sev1, SEV1", "SEV-2, SEV2", "Sev3, SEV3"})
    void readsASeverity(String word, Severity expected) {
        assertThat(Severity.parse(word)).isEqualTo(expected);
    }

    @Test
    void refusesAnUnknownSeverityAndNamesTheChoices() {
        assertThatThrownBy(() -> Severity.parse("sev9"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no severity `sev9`")
                .hasMessageContaining("`sev1`, `sev2` or `sev3`");
    }

    @ParameterizedTest
    @CsvSource({"ic, IC", "Incident Commander, IC", " tech , TECH", "comms lead, COMMS"})
    void readsARoleByItsShortAndItsLongName(String words, Role expected) {
        assertThat(Role.find(words)).contains(expected);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void keepsTheNameOfAKindForEver(Kind kind) {
        assertThat(Kind.of(kind.lasting())).isEqualTo(kind);
        assertThat(kind.lasting()).matches("[a-z]+(_[a-z]+)?");
    }

    @Test
    void knowsEveryKindOfTheContract() {
        String contract = "declared severity stage role handover message message_edited message_deleted reaction_added "
                + "reaction_removed pinned unpinned joined left topic renamed file update note decision impact action "
                + "runbook postmortem alert link page gap redacted bot";

        assertThat(contract.split(" "))
                .containsExactlyInAnyOrder(
                        Arrays.stream(Kind.values()).map(Kind::lasting).toArray(String[]::new));
    }

    @Test
    void sortsTheFieldsOfALine() {
        Entry entry = Entry.ofBot(Samples.NOW, Kind.NOTE, "x").with("b", 1L).with("a", 2L);

        assertThat(entry.data().keySet()).containsExactly("a", "b");
    }

    @Test
    void sharesNothingThatCanBeChangedFromOutside() {
        Incident incident = Samples.opened();

        assertThatThrownBy(() -> incident.roles().put(Role.IC, Samples.ANN.id()))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> incident.actions().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> incident.times().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
