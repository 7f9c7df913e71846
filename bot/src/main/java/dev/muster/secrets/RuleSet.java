package dev.muster.secrets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Rules, and which of them to try on a text: those of whose keywords one stands in it, and those without keywords. */
final class RuleSet {

    private final List<Rule> rules;
    private final Keywords words;
    private final Watch.States signs;
    private final Map<String, List<Rule>> rulesOf = new HashMap<>();
    private final List<Rule> always = new ArrayList<>();

    RuleSet(Collection<Rule> rules) {
        this.rules = List.copyOf(rules);
        rules.forEach(this::enter);
        Set<String> words = new TreeSet<>(rulesOf.keySet());
        rules.forEach(rule -> words.addAll(rule.search().beginnings()));
        this.words = new Keywords(words);
        this.signs = this.words.states(Watch.of(rules));
    }

    /** What the rules find in any reading of this text. */
    List<Find> finds(String text) {
        if (!mayHold(text)) {
            return List.of();
        }
        Map<Rule, Attempts> attempts = new IdentityHashMap<>();
        return Reading.all(text).stream()
                .flatMap(reading -> finds(reading, attempts).stream())
                .toList();
    }

    List<String> ids() {
        return rules.stream().map(Rule::id).toList();
    }

    /** Cheap, and almost always false. */
    private boolean mayHold(String text) {
        return !always.isEmpty()
                || holdsSign(text)
                || !Reading.isPlain(text) && holdsSign(Reading.asTyped(text).text());
    }

    private List<Find> finds(Reading reading, Map<Rule, Attempts> attempts) {
        List<Find> finds = new ArrayList<>();
        String text = reading.text();
        Map<String, List<Integer>> found = words.in(text);
        due(found).forEach(rule -> rule.finds(
                        text, hits(rule, found), attempts.computeIfAbsent(rule, key -> new Attempts()))
                .filter(find -> !find.span().isEmpty())
                .forEach(find -> finds.add(new Find(reading.inOriginal(find.span()), find.rule()))));
        return finds;
    }

    /** In the order of the file, so that a find is always named after the same rule. */
    private List<Rule> due(Map<String, List<Integer>> found) {
        Set<Rule> due = Collections.newSetFromMap(new IdentityHashMap<>());
        due.addAll(always);
        found.keySet().forEach(word -> due.addAll(rulesOf.getOrDefault(word, List.of())));
        return rules.stream().filter(due::contains).toList();
    }

    private static List<Integer> hits(Rule rule, Map<String, List<Integer>> found) {
        return rule.search().beginnings().stream()
                .flatMap(word -> found.getOrDefault(word, List.of()).stream())
                .sorted()
                .distinct()
                .toList();
    }

    private boolean holdsSign(String text) {
        return words.has(text, signs);
    }

    /** The automaton knows only ASCII: a rule with any other keyword is always tried. */
    private void enter(Rule rule) {
        Predicate<String> isAscii = word -> !word.isEmpty() && word.chars().allMatch(unit -> unit < 128);
        if (rule.keywords().isEmpty() || !rule.keywords().stream().allMatch(isAscii)) {
            always.add(rule);
            return;
        }
        rule.keywords().stream().distinct().forEach(word -> rulesOf.computeIfAbsent(word, key -> new ArrayList<>())
                .add(rule));
    }
}
