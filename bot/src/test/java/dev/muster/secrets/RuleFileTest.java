package dev.muster.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFileTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            textBlock =
                    """
            regex = '(?=x)y'                                        ; not a pattern of RE2
            regex = '(x)'\\nsecretGroup = 2                           ; secretGroup 2 of 1
            regex = 'x'\\nentropy = 'high'                            ; high
            regex = 'x'\\n[[rules.allowlists]]\\ncondition = 'XOR'     ; XOR
            regex = 'x'\\n[[rules.allowlists]]\\nregexTarget = 'file'  ; file
            regex = 'x'\\n[[rules.allowlists]]\\nregexes = ['(']       ; not a pattern of RE2
            """)
    void namesTheRuleThatIsWrong(String lines, String complaint) {
        String toml =
                "[[rules]]\nid = \"good\"\nregex = 'x'\n[[rules]]\nid = \"bad-one\"\n" + lines.replace("\\n", "\n");

        assertThatThrownBy(() -> Secrets.of(toml, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bad-one")
                .hasMessageContaining(complaint);
    }

    @Test
    void refusesWhatItWouldMisunderstand() {
        assertThatThrownBy(() -> Secrets.of("[[rules]]\nregex = 'x'", List.of()))
                .hasMessageContaining("number 1 has no id");
        assertThatThrownBy(() -> Secrets.of("[extend]\nuseDefault = true", List.of()))
                .hasMessageContaining("[extend]");
        assertThatThrownBy(() -> Secrets.of("rules = [", List.of())).hasMessageContaining("the file of secret rules");
    }

    @Test
    void triesARuleOnlyOnTextsWithOneOfItsKeywords() {
        Secrets secrets = of("regex = '[0-9]{6}'\nkeywords = ['Ticket', 'order']");

        assertThat(secrets.mask("number 123456").rules()).isEmpty();
        assertThat(secrets.mask("ORDER number 123456").rules()).containsExactly("x");
        assertThat(of("regex = '[0-9]{6}'").mask("number 123456").rules()).containsExactly("x");
    }

    @Test
    void masksTheGroupThatTheRuleNames() {
        assertThat(of("regex = '([a-z]+)=([a-z]+)'\nsecretGroup = 2")
                        .mask("pin=four")
                        .text())
                .isEqualTo("pin=[removed secret: x]");
    }

    @Test
    void wantsMoreThanTheEntropy() {
        Secrets secrets = of("regex = 'k=([a-z]+)'\nentropy = 2.0");

        assertThat(secrets.mask("k=abcd").rules()).isEmpty();
        assertThat(secrets.mask("k=abcde").rules()).containsExactly("x");
    }

    @Test
    void leavesWhatAnAllowlistKnows() {
        assertThat(of("regex = 'k=(\\w+)'\n[[rules.allowlists]]\nstopwords = ['TEST']")
                        .mask("k=mytestkey")
                        .rules())
                .isEmpty();
        assertThat(of("regex = 'k=(\\w+)'\n[[rules.allowlists]]\nregexes = ['^k=']")
                        .mask("k=abc")
                        .rules())
                .containsExactly("x");
        assertThat(of("regex = 'k=(\\w+)'\n[[rules.allowlists]]\nregexTarget = 'match'\nregexes = ['^k=']")
                        .mask("k=abc")
                        .rules())
                .isEmpty();
        assertThat(of("regex = 'k=(\\w+)'\n[[rules.allowlists]]\nregexTarget = 'line'\nregexes = ['^demo']")
                        .mask("x\ndemo k=abc\nk=def")
                        .text())
                .isEqualTo("x\ndemo k=abc\nk=[removed secret: x]");
    }

    @Test
    void anAllowlistMayDemandEverything() {
        String both =
                "regex = 'k=(\\w+)'\n[[rules.allowlists]]\ncondition = 'AND'\nregexes = ['^a']\nstopwords = ['z']";

        assertThat(of(both).mask("k=abz").rules()).isEmpty();
        assertThat(of(both).mask("k=abc").rules()).containsExactly("x");
        assertThat(of(both + "\npaths = ['x']").mask("k=abz").rules()).containsExactly("x");
    }

    @Test
    void readsAllowlistsForAllRulesAndForSome() {
        String rules = "[[rules]]\nid = 'x'\nregex = 'k=(\\w+)'\n[[rules]]\nid = 'y'\nregex = 'l=(\\w+)'\n";

        assertThat(Secrets.of("[allowlist]\nstopwords = ['z']\n" + rules, List.of())
                        .mask("k=z l=z")
                        .rules())
                .isEmpty();
        assertThat(Secrets.of("[[allowlists]]\ntargetRules = ['x']\nstopwords = ['z']\n" + rules, List.of())
                        .mask("k=z l=z")
                        .rules())
                .containsExactly("y");
    }

    @Test
    void leavesOutRulesWithoutAPattern() {
        assertThat(RuleFile.rules("[[rules]]\nid = 'file'\npath = 'x'")).isEmpty();
    }

    private static Secrets of(String rule) {
        return Secrets.of("[[rules]]\nid = 'x'\n" + rule, List.of());
    }
}
