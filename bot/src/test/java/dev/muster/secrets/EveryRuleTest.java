package dev.muster.secrets;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each shipped rule by itself, with a secret made from its own pattern. */
class EveryRuleTest {

    private static final Secrets secrets = Secrets.shipped(List.of());
    private static final List<Rule> rules = Stream.of("gitleaks.toml", "more.toml")
            .flatMap(name -> RuleFile.rules(Samples.shipped(name)).stream())
            .toList();

    @Test
    void thereIsASampleForEveryRule() {
        Set<String> ids = Stream.of("gitleaks.toml", "more.toml")
                .flatMap(name -> Samples.rules(Samples.shipped(name)).stream())
                .map(rule -> rule.path("id").asText())
                .collect(toSet());

        assertThat(ids).hasSizeGreaterThan(220);
        assertThat(Samples.all()).extracting(Sample::ruleId).containsExactlyInAnyOrderElementsOf(ids);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void isFoundInASentence(Sample sample) {
        Masked masked = secrets.mask(sample.text());

        assertThat(masked.text()).doesNotContain(sample.secret()).contains("[removed secret: ");
        assertThat(masked.rules()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void isFoundByItsOwnRule(Sample sample) {
        Rule rule = rules.stream()
                .filter(one -> one.id().equals(sample.ruleId()))
                .findFirst()
                .orElseThrow();

        List<Find> finds = new RuleSet(List.of(rule)).finds(sample.text());

        assertThat(finds)
                .extracting(find -> find.span().of(sample.text()).strip())
                .contains(sample.secret());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void isFoundAsSlackWritesIt(Sample sample) {
        String escaped = escaped(sample.text());

        Masked masked = secrets.mask(escaped);

        assertThat(masked.text()).doesNotContain(escaped(sample.secret())).doesNotContain(sample.secret());
        assertThat(masked.rules()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void isGoneFromEveryPartOfAnEvent(Sample sample) {
        Map<String, ?> event = Map.of(
                "text", escaped(sample.text()),
                "attachments", List.of(Map.of("fallback", "see " + sample.secret())),
                "blocks", Events.richText(sample.text()));

        MaskedTree masked = secrets.mask(event);

        assertThat(masked.rules()).isNotEmpty();
        assertThat(String.valueOf(masked.tree().get("blocks"))).doesNotContain(sample.secret());
        assertThat(String.valueOf(masked.tree().get("text"))).doesNotContain(escaped(sample.secret()));
    }

    static List<Sample> samples() {
        return Samples.all();
    }

    private static String escaped(String typed) {
        return typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
