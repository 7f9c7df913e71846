package dev.muster.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A file of rules in gitleaks' format (github.com/gitleaks/gitleaks, "Configuration"). */
final class RuleFile {

    private static final TomlMapper toml = TomlMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final JsonNode root;
    private final boolean isStrange;
    private final List<TargetedList> everywhere;

    private RuleFile(JsonNode root, boolean isStrange) {
        this.root = root;
        this.isStrange = isStrange;
        this.everywhere = lists(root)
                .map(node -> named("the file's allowlist", () -> TargetedList.of(read(node, AllowlistText.class))))
                .toList();
    }

    /** @throws IllegalArgumentException naming the rule that cannot be used, and why */
    static List<Rule> rules(String text) {
        return rules(text, true);
    }

    /** The same for a file of ours, whose patterns are known to be right and are compiled when first tried. */
    static List<Rule> trusted(String text) {
        return rules(text, false);
    }

    private static List<Rule> rules(String text, boolean isStrange) {
        JsonNode root = named("the file of secret rules", () -> toml.readTree(text));
        if (root.has("extend")) {
            throw new IllegalArgumentException(
                    "the file of secret rules: [extend] is not understood here; name every rule in the file itself");
        }
        return new RuleFile(root, isStrange).rules();
    }

    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (JsonNode node : root.path("rules")) {
            String name = node.path("id").asText("");
            if (name.isBlank()) {
                throw new IllegalArgumentException("secret rule number " + (rules.size() + 1) + " has no id");
            }
            named("secret rule `" + name + "`", () -> rule(node)).ifPresent(rules::add);
        }
        return rules;
    }

    private Optional<Rule> rule(JsonNode node) throws JsonProcessingException {
        RuleText said = read(node, RuleText.class);
        if (said.regex == null || said.skipReport) {
            return Optional.empty();
        }
        List<String> keywords =
                all(said.keywords).map(word -> word.toLowerCase(Locale.ROOT)).toList();
        Search search = new Search(said.regex);
        if (isStrange && (said.secretGroup < 0 || said.secretGroup > search.groups())) {
            throw new IllegalArgumentException("secretGroup " + said.secretGroup + " of " + search.groups());
        }
        return Optional.of(
                new Rule(said.id, search, said.secretGroup, said.entropy, keywords, allowlists(node, said.id)));
    }

    private List<Allowlist> allowlists(JsonNode node, String rule) throws JsonProcessingException {
        List<Allowlist> all = new ArrayList<>();
        everywhere.stream()
                .filter(list -> list.isFor(rule))
                .map(TargetedList::list)
                .forEach(all::add);
        for (JsonNode list : lists(node).toList()) {
            all.add(allowlist(read(list, AllowlistText.class)));
        }
        return all;
    }

    /** Both spellings: the older {@code [allowlist]} and {@code [[allowlists]]}. */
    private static Stream<JsonNode> lists(JsonNode node) {
        Stream<JsonNode> older =
                Stream.of("allowlist", "allowList").filter(node::has).map(node::get);
        return Stream.concat(older, StreamSupport.stream(node.path("allowlists").spliterator(), false));
    }

    private static Allowlist allowlist(AllowlistText said) {
        return new Allowlist(
                demandsAll(Optional.ofNullable(said.condition).orElse("OR")),
                all(said.paths).findAny().isPresent()
                        || all(said.commits).findAny().isPresent(),
                target(Optional.ofNullable(said.regexTarget).orElse("secret")),
                all(said.regexes).map(Pattern::compile).toList(),
                all(said.stopwords).toList());
    }

    private static boolean demandsAll(String condition) {
        return switch (condition.toUpperCase(Locale.ROOT)) {
            case "AND", "&&" -> true;
            case "", "OR", "||" -> false;
            default -> throw new IllegalArgumentException("condition `" + condition + "` (expected: AND or OR)");
        };
    }

    private static Allowlist.Target target(String name) {
        return switch (name) {
            case "", "secret" -> Allowlist.Target.SECRET;
            case "match" -> Allowlist.Target.MATCH;
            case "line" -> Allowlist.Target.LINE;
            default -> throw new IllegalArgumentException("regexTarget `" + name + "` (expected: match or line)");
        };
    }

    private static Stream<String> all(@Nullable List<String> texts) {
        return Stream.ofNullable(texts).flatMap(List::stream);
    }

    private static <T> T read(JsonNode node, Class<T> type) throws JsonProcessingException {
        return toml.treeToValue(node, type);
    }

    private static <T> T named(String name, Part<T> part) {
        try {
            return part.read();
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(name + ": this is not a pattern of RE2: " + e.getMessage(), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(name + ": " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    /** Part of the file that may be wrong. */
    private interface Part<T> {
        T read() throws JsonProcessingException;
    }

    private record TargetedList(List<String> rules, Allowlist list) {

        static TargetedList of(AllowlistText said) {
            return new TargetedList(all(said.targetRules).toList(), allowlist(said));
        }

        boolean isFor(String rule) {
            return rules.isEmpty() || rules.contains(rule);
        }
    }

    private record RuleText(
            String id,
            @Nullable String regex,
            int secretGroup,
            double entropy,
            @Nullable List<String> keywords,
            boolean skipReport) {}

    private record AllowlistText(
            @Nullable String condition,
            @Nullable String regexTarget,
            @Nullable List<String> regexes,
            @Nullable List<String> stopwords,
            @Nullable List<String> paths,
            @Nullable List<String> commits,
            @Nullable List<String> targetRules) {}
}
