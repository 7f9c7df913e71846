package dev.muster.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** For every shipped rule a secret that it must find, made from the rule's own pattern. The same in every run. */
public final class Samples {

    private static final int TRIES = 3000;

    private Samples() {}

    /** In the order of the files. */
    public static List<Sample> all() {
        return Holder.ALL;
    }

    /** What a rule file that comes with the bot says. */
    static String shipped(String name) {
        try (InputStream file = Secrets.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rules of a file that have a pattern, as the file has them. */
    static List<JsonNode> rules(String toml) {
        try {
            List<JsonNode> rules = new ArrayList<>();
            new TomlMapper().readTree(toml).path("rules").forEach(rules::add);
            return rules.stream().filter(rule -> rule.has("regex")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pattern of a shipped rule. */
    static String regex(String ruleId) {
        return Stream.of("gitleaks.toml", "more.toml")
                .flatMap(name -> rules(shipped(name)).stream())
                .filter(rule -> rule.path("id").asText().equals(ruleId))
                .findFirst()
                .orElseThrow()
                .path("regex")
                .asText();
    }

    private static List<Sample> made(String toml) {
        List<Rule> rules = RuleFile.rules(toml);
        List<JsonNode> texts = rules(toml);
        return IntStream.range(0, rules.size())
                .mapToObj(at -> made(rules.get(at), texts.get(at).path("regex").asText()))
                .toList();
    }

    private static Sample made(Rule rule, String regex) {
        Random random = new Random(rule.id().hashCode());
        Shape shape = ShapeParser.parse(regex).orElseThrow(() -> new IllegalStateException(rule.id() + ": " + regex));
        return Stream.generate(() -> tried(rule, regex, sentence(rule, new Imagined(random).of(shape))))
                .limit(TRIES)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no secret found for " + rule.id() + ": " + regex));
    }

    /** Some rules want a word that is no part of what they match. */
    private static String sentence(Rule rule, String made) {
        boolean isEnough = rule.keywords().stream().anyMatch(made.toLowerCase(Locale.ROOT)::contains);
        return (isEnough ? "We" : "For " + rule.keywords().get(0) + " we") + " used " + made + " since noon";
    }

    private static Optional<Sample> tried(Rule rule, String regex, String text) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String judged = groups(matcher).findFirst().orElse(matcher.group());
        String secret = groups(matcher)
                .filter(group -> group.length() > 7)
                .max(Comparator.comparingInt(String::length))
                .filter(group -> !text.matches("(?s).*[\\w-]" + java.util.regex.Pattern.quote(group) + ".*"))
                .orElse(matcher.group())
                .strip();
        boolean isAllowed = rule.allowlists().stream().anyMatch(list -> list.allows(judged, matcher.group(), text));
        boolean isRandom = rule.entropy() == 0 || Entropy.of(judged) > rule.entropy();
        return isRandom && !isAllowed && secret.length() >= 8
                ? Optional.of(new Sample(rule.id(), text, secret))
                : Optional.empty();
    }

    private static Stream<String> groups(Matcher matcher) {
        return IntStream.rangeClosed(1, matcher.groupCount())
                .mapToObj(group -> Optional.ofNullable(matcher.group(group)).orElse(""))
                .filter(group -> !group.isEmpty());
    }

    private static final class Holder {
        static final List<Sample> ALL = Stream.of("gitleaks.toml", "more.toml")
                .flatMap(name -> made(shipped(name)).stream())
                .toList();
    }
}
