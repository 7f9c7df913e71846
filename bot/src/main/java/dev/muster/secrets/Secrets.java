package dev.muster.secrets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds secrets and masks them. Immutable, safe for many threads.
 *
 * <p>The rules are those of gitleaks (github.com/gitleaks/gitleaks), with its semantics: a pattern, keywords without
 * which it is not tried, a least entropy, allowlists. What gitleaks decides by a file's path is decided without it
 * here: such rules always apply, and rules that have nothing but a path never do.
 */
public final class Secrets {

    /** Each round finds something new beside older marks; more than two are rare. */
    private static final int ROUNDS = 8;

    private final RuleSet rules;
    private final OwnSecrets own;
    private final Marks marks;

    private Secrets(List<Rule> rules, Collection<String> own) {
        this.rules = new RuleSet(rules);
        this.own = OwnSecrets.of(own);
        this.marks = new Marks(Stream.concat(Stream.of(OwnSecrets.RULE), this.rules.ids().stream())
                .toList());
    }

    /**
     * The rules that come with the bot.
     *
     * @param own secrets of our own that never may be written down; those that are blank or shorter than eight
     *     characters are ignored
     */
    public static Secrets shipped(Collection<String> own) {
        Stream<Rule> rules =
                Stream.of("gitleaks.toml", "more.toml").flatMap(name -> RuleFile.trusted(resource(name)).stream());
        return new Secrets(rules.toList(), own);
    }

    /**
     * Other rules.
     *
     * @param toml a file in gitleaks' format
     * @param own as for {@link #shipped}
     * @throws IllegalArgumentException naming the rule that cannot be used, and why
     */
    public static Secrets of(String toml, Collection<String> own) {
        return new Secrets(RuleFile.rules(toml), own);
    }

    /** The text with a mark in the place of each secret. */
    public Masked mask(String text) {
        return mask(text, own);
    }

    /**
     * A JSON object, such as an event of Slack's, with a mark in the place of each secret in any of its texts. A secret
     * that is found in one text is masked in all of them. Ids, types and timestamps stay.
     */
    public MaskedTree mask(Map<String, ?> json) {
        return new Tree(this).mask(json);
    }

    Masked mask(String text, OwnSecrets known) {
        Set<String> named = new LinkedHashSet<>();
        String masked = text;
        OwnSecrets all = known;
        for (int round = 0; round < ROUNDS; round++) {
            List<Find> finds = finds(masked, all);
            if (finds.isEmpty()) {
                break;
            }
            all = all.with(masked, finds);
            finds = marks.settled(masked, Stream.concat(finds.stream(), all.inAnyDress(masked).stream()));
            finds.forEach(find -> named.add(find.rule()));
            masked = marks.write(masked, finds);
        }
        return new Masked(masked, List.copyOf(named));
    }

    /** Everything that gives a secret away in this text, also if it is found twice; nothing within older marks. */
    List<Find> finds(String text, OwnSecrets known) {
        List<Find> literal = known == own ? known.in(text) : known.inAnyDress(text);
        List<Find> ruled = rules.finds(text);
        return literal.isEmpty() && ruled.isEmpty()
                ? List.of()
                : marks.outside(text, Stream.concat(literal.stream(), ruled.stream()));
    }

    OwnSecrets own() {
        return own;
    }

    private static String resource(String name) {
        try (InputStream file = Secrets.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
