package dev.muster.secrets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The marks that stand where secrets stood, such as {@code [removed secret: aws-access-token]}. */
final class Marks {

    private static final Pattern MARK = Pattern.compile("\\[removed secret: ([^\\]\\s]+)]");

    private final Set<String> rules;

    /** @param rules the ids that may stand in a mark: nobody hides a secret by dressing it up as one */
    Marks(Collection<String> rules) {
        this.rules = Set.copyOf(rules);
    }

    /** The finds that are not within an older mark. */
    List<Find> outside(String text, Stream<Find> finds) {
        List<Span> marks = in(text);
        return finds.filter(find -> marks.stream().noneMatch(mark -> mark.holds(find.span())))
                .toList();
    }

    /** Finds as they are to be marked: in order, none over another, and each with the older marks that it touches. */
    List<Find> settled(String text, Stream<Find> finds) {
        List<Span> marks = in(text);
        List<Find> news = outside(text, finds).stream()
                .map(find -> new Find(grown(find.span(), marks), find.rule()))
                .sorted(Comparator.comparingInt(find -> find.span().start()))
                .toList();
        List<Find> settled = new ArrayList<>();
        news.forEach(find -> add(settled, find));
        return settled;
    }

    /** @param finds settled */
    String write(String text, List<Find> finds) {
        StringBuilder marked = new StringBuilder();
        int end = 0;
        for (Find find : finds) {
            marked.append(text, end, find.span().start()).append("[removed secret: " + find.rule() + "]");
            end = find.span().end();
        }
        return marked.append(text, end, text.length()).toString();
    }

    private static void add(List<Find> settled, Find find) {
        Find last = settled.isEmpty() ? find : settled.get(settled.size() - 1);
        if (settled.isEmpty() || !last.span().touches(find.span())) {
            settled.add(find);
            return;
        }
        String rule = (find.saysMoreThan(last) ? find : last).rule();
        settled.set(settled.size() - 1, new Find(last.span().with(find.span()), rule));
    }

    private static Span grown(Span span, List<Span> marks) {
        return marks.stream().filter(span::touches).reduce(span, Span::with);
    }

    private List<Span> in(String text) {
        return text.contains("[removed secret: ")
                ? MARK.matcher(text)
                        .results()
                        .filter(mark -> rules.contains(mark.group(1)))
                        .map(mark -> new Span(mark.start(), mark.end()))
                        .toList()
                : List.of();
    }
}
