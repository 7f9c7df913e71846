package dev.muster.runbook;

import java.util.ArrayList;
import java.util.List;

/** What one text has that another has not, line by line. */
public final class Difference {

    /** Beyond this many pairs of lines it is not worth looking for what moved. */
    private static final long MOST = 25_000_000;

    private final List<String> from;
    private final List<String> to;
    private final List<String> lines = new ArrayList<>();

    private Difference(List<String> from, List<String> to) {
        this.from = from;
        this.to = to;
    }

    /** The lines of both: {@code - } taken away, {@code + } added, two spaces for the same; empty if all are the same. */
    public static List<String> between(List<String> from, List<String> to) {
        if (from.equals(to)) {
            return List.of();
        }
        Difference difference = new Difference(from, to);
        int[][] common = (long) from.size() * to.size() > MOST ? new int[0][] : difference.common();
        difference.walk(common);
        return List.copyOf(difference.lines);
    }

    /** How many lines the rests of both have in common, from each line on. */
    private int[][] common() {
        int[][] common = new int[from.size() + 1][to.size() + 1];
        for (int old = from.size() - 1; old >= 0; old--) {
            for (int now = to.size() - 1; now >= 0; now--) {
                common[old][now] = same(old, now)
                        ? common[old + 1][now + 1] + 1
                        : Math.max(common[old + 1][now], common[old][now + 1]);
            }
        }
        return common;
    }

    private void walk(int[][] common) {
        int old = 0;
        int now = 0;
        while (old < from.size() || now < to.size()) {
            if (old < from.size() && now < to.size() && same(old, now)) {
                lines.add("  " + from.get(old++));
                now++;
            } else if (now == to.size() || old < from.size() && isGone(common, old, now)) {
                lines.add("- " + from.get(old++));
            } else {
                lines.add("+ " + to.get(now++));
            }
        }
    }

    private boolean same(int old, int now) {
        return from.get(old).equals(to.get(now));
    }

    private static boolean isGone(int[][] common, int old, int now) {
        return common.length == 0 || common[old + 1][now] >= common[old][now + 1];
    }
}
