package dev.muster.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The short cuts find what RE2 finds without them. */
class SearchTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void findsWhatThePatternFinds(String id, String regex, List<String> keywords) {
        Random random = new Random(id.hashCode());
        Search search = new Search(regex);
        Pattern pattern = Pattern.compile(regex);

        for (int round = 0; round < 12; round++) {
            String text = text(random, id, keywords);
            assertThat(search.matches(text, hits(text, search.beginnings()), new Attempts()))
                    .as(text)
                    .extracting(Search.Match::span)
                    .containsExactlyElementsOf(spans(pattern, text));
        }
    }

    @Test
    void findsWhatIsLongerThanAGlance() {
        String token = "eyJ" + "a1B2c3D4".repeat(80) + ".eyJ" + "e5F6g7H8".repeat(200) + "." + "Zz09".repeat(20);
        Search search = new Search("\\b(ey[a-zA-Z0-9]{17,}\\.ey[a-zA-Z0-9]{17,}\\.[a-zA-Z0-9]{10,})(?:\\s|$)");

        assertThat(search.matches("they: " + token + " hey", List.of(2, 6, 649, 2242), new Attempts()))
                .extracting(Search.Match::span)
                .containsExactly(new Span(6, 6 + token.length() + 1));
    }

    /** What only a later reading shows is found, although the rule was tried at the same places before. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void findsInALaterReadingWhatTheEarlierHid(Sample sample) {
        String regex = Samples.regex(sample.ruleId());
        String text = sample.text() + " for a while, said the log";
        Search search = new Search(regex);

        for (int at = 0; at < text.length(); at += 2) {
            String hidden = text.substring(0, at) + "\u00e4" + text.substring(at + 1);
            Attempts attempts = new Attempts();
            Set<Integer> ends = new HashSet<>();
            for (String reading : List.of(hidden, text)) {
                search.matches(reading, hits(reading, search.beginnings()), attempts)
                        .forEach(match -> ends.add(match.span().end()));
            }
            assertThat(spans(Pattern.compile(regex), text))
                    .as(hidden)
                    .extracting(Span::end)
                    .isSubsetOf(ends);
        }
    }

    static List<Sample> samples() {
        return Samples.all();
    }

    static Stream<Arguments> rules() {
        return Stream.of("gitleaks.toml", "more.toml")
                .flatMap(name -> Samples.rules(Samples.shipped(name)).stream())
                .map(rule -> Arguments.of(
                        rule.path("id").asText(), rule.path("regex").asText(), keywords(rule)));
    }

    private static List<String> keywords(JsonNode rule) {
        return StreamSupport.stream(rule.path("keywords").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Samples of this rule and of others, broken and glued together, among keywords. */
    private static String text(Random random, String id, List<String> keywords) {
        List<Sample> all = Samples.all();
        Sample mine =
                all.stream().filter(one -> one.ruleId().equals(id)).findFirst().orElseThrow();
        List<String> parts = List.of(
                mine.text(),
                mine.secret(),
                all.get(random.nextInt(all.size())).text(),
                keywords.get(random.nextInt(keywords.size())),
                "=",
                " ",
                ": ",
                "_",
                "\n",
                "\"",
                "x",
                "key.");
        StringBuilder text = new StringBuilder();
        random.ints(2 + random.nextInt(12), 0, parts.size()).forEach(at -> text.append(parts.get(at)));
        if (random.nextBoolean()) {
            text.deleteCharAt(random.nextInt(text.length()));
        }
        return text.toString();
    }

    private static List<Integer> hits(String text, Set<String> beginnings) {
        Map<String, List<Integer>> found = new Keywords(beginnings).in(text);
        return found.values().stream().flatMap(List::stream).sorted().distinct().toList();
    }

    private static List<Span> spans(Pattern pattern, String text) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            spans.add(new Span(matcher.start(), matcher.end()));
        }
        return spans;
    }
}
