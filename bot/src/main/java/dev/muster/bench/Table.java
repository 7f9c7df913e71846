package dev.muster.bench;

import java.io.PrintStream;
import java.util.Locale;

/** What was measured, a line each. */
final class Table {

    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
    }

    void title(String text) {
        out.println();
        out.println(text);
        out.flush();
    }

    void line(String what, String value, String beside) {
        out.printf(Locale.ROOT, "  %-52s %14s  %s%n", what, value, beside);
        out.flush();
    }

    static String perSecond(double count) {
        return String.format(Locale.ROOT, "%,.0f/s", count);
    }

    static String millis(double nanos) {
        return String.format(Locale.ROOT, "%.2f ms", nanos / 1e6);
    }

    static String ratio(double one, double other, String name) {
        return String.format(Locale.ROOT, "%.2f × %s", one / other, name);
    }
}
