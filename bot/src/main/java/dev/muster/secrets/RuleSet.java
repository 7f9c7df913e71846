package dev.muster.secrets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Rules, and which of them to try on a text: those of whose keywords one stands in it, and those without keywords. */
final class RuleSet {

    private final List<Rule> rules;
    private final Keywords keywords;
    private final Map<String, List<Integer>> rulesOf = new HashMap<>();
    private final List<Integer> always = new ArrayList<>();

    RuleSet(Collection<Rule> rules) {
        this.rules = List.copyOf(rules);
        for (int rule = 0; rule < this.rules.size(); rule++) {
            enter(rule);
        }
        this.keywords = new Keywords(rulesOf.keySet());
    }

    /** What the rules find in any reading of this text. */
    List<Find> finds(String text) {
        return mayHold(text)
                ? Reading.all(text).stream()
                        .flatMap(reading -> finds(reading).stream())
                        .toList()
                : List.of();
    }

    List<String> ids() {
        return rules.stream().map(Rule::id).toList();
    }

    /** Cheap, and almost always false. */
    private boolean mayHold(String text) {
        return !always.isEmpty()
                || !keywords.in(text).isEmpty()
                || !Reading.isPlain(text)
                        && !keywords.in(Reading.asTyped(text).text()).isEmpty();
    }

    private List<Find> finds(Reading reading) {
        List<Find> finds = new ArrayList<>();
        due(reading.text()).forEach((rule, hits) -> rules.get(rule)
                .finds(reading.text(), hits)
                .filter(find -> !find.span().isEmpty())
                .forEach(find -> finds.add(new Find(reading.inOriginal(find.span()), find.rule()))));
        return finds;
    }

    private SortedMap<Integer, List<Integer>> due(String text) {
        SortedMap<Integer, List<Integer>> due = new TreeMap<>();
        always.forEach(rule -> due.put(rule, List.of()));
        keywords.in(text).forEach((word, hits) -> rulesOf.getOrDefault(word, List.of())
                .forEach(rule -> due.merge(rule, hits, RuleSet::merged)));
        return due;
    }

    private static List<Integer> merged(List<Integer> some, List<Integer> more) {
        List<Integer> all = new ArrayList<>(some);
        all.addAll(more);
        all.sort(null);
        return all;
    }

    /** The automaton knows only ASCII: a rule with any other keyword is always tried. */
    private void enter(int index) {
        List<String> words = rules.get(index).keywords();
        Predicate<String> isAscii = word -> !word.isEmpty() && word.chars().allMatch(unit -> unit < 128);
        if (words.isEmpty() || !words.stream().allMatch(isAscii)) {
            always.add(index);
            return;
        }
        words.stream().distinct().forEach(word -> rulesOf.computeIfAbsent(word, key -> new ArrayList<>())
                .add(index));
    }
}
