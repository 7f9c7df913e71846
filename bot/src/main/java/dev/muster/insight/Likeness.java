package dev.muster.insight;

import dev.muster.insight.Mark.Kind;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How alike incidents are to one, from 0 to 1, by what they have in common. A rare word counts more than one that many have
 * (the inverse document frequency of BM25), as a share of what the one says; the same service and the same cause count
 * besides. What stands in anybody's title, like "down", counts for nothing.
 */
public final class Likeness {

    /** It takes two things: two rare words, say, or a service and a rare word, or a service and a cause. */
    public static final double ENOUGH = 0.33;

    private static final double WORDS = 0.6;
    private static final double SERVICES = 0.25;
    private static final double CAUSES = 0.15;

    /** Of fewer incidents nobody can tell which words are common. */
    private static final long FEW = 100;

    /** So many words that nobody else uses are all that can be asked for. */
    private static final double FULL = 2;

    private static final Set<String> ANYBODYS = Set.of(
            "again",
            "alert",
            "broken",
            "customer",
            "down",
            "error",
            "fail",
            "failed",
            "failing",
            "failure",
            "high",
            "incident",
            "issue",
            "outage",
            "problem",
            "prod",
            "production",
            "see",
            "server",
            "service",
            "slow",
            "some",
            "unavailable",
            "user");

    private final long all;
    private final Map<Mark, Long> frequencies;
    private final Collection<Mark> wanted;
    private final double full;

    /**
     * Knows what to compare with.
     *
     * @param all how many other incidents there are
     * @param frequencies of the marks that are wanted, among those
     */
    public Likeness(long all, Map<Mark, Long> frequencies) {
        this.all = Math.max(all, FEW);
        this.frequencies = Map.copyOf(frequencies);
        this.wanted = this.frequencies.keySet();
        this.full = Math.max(FULL, rarity(wanted));
    }

    /** Whether a mark can make incidents alike. */
    public static boolean tells(Mark mark) {
        return mark.kind() != Kind.PAPER && !(mark.kind() == Kind.WORD && ANYBODYS.contains(mark.word()));
    }

    /** By what they have in common with the one. */
    public double of(Collection<Mark> shared) {
        return WORDS * rarity(shared) / full
                + SERVICES * share(shared, Kind.SERVICE)
                + CAUSES * share(shared, Kind.CAUSE);
    }

    /** The same in words, what counts most first: services, causes, then words by their rarity. */
    public List<Mark> telling(Collection<Mark> shared) {
        return shared.stream()
                .sorted(Comparator.comparing(Mark::kind)
                        .thenComparing(mark -> frequencies.getOrDefault(mark, 0L))
                        .thenComparing(Mark::word))
                .toList();
    }

    private double rarity(Collection<Mark> marks) {
        return marks.stream()
                .filter(mark -> mark.kind() == Kind.WORD || mark.kind() == Kind.TAG)
                .mapToDouble(mark -> Math.min(1, idf(frequencies.getOrDefault(mark, 0L)) / idf(1)))
                .sum();
    }

    private double idf(long frequency) {
        return Math.log(1 + (Math.max(all, frequency) - frequency + 0.5) / (frequency + 0.5));
    }

    private double share(Collection<Mark> shared, Kind kind) {
        long asked = count(wanted, kind);
        return asked == 0 ? 0 : (double) count(shared, kind) / asked;
    }

    private static long count(Collection<Mark> marks, Kind kind) {
        return marks.stream().filter(mark -> mark.kind() == kind).count();
    }
}
