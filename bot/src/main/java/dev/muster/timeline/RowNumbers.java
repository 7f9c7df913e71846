package dev.muster.timeline;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Numbers of rows, written briefly: {@code 3, 12-15}. */
public record RowNumbers(SortedSet<Long> all) {

    private static final Pattern PART = Pattern.compile("([1-9][0-9]{0,17})(?:-([1-9][0-9]{0,17}))?");
    private static final int MOST = 10_000_000;

    public static RowNumbers of(Collection<Long> numbers) {
        return new RowNumbers(new TreeSet<>(numbers));
    }

    /** The numbers that the text names; empty if it is no such text. */
    public static Optional<RowNumbers> find(String text) {
        SortedSet<Long> found = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            Matcher range = PART.matcher(part.strip());
            if (!range.matches() || !add(range, found)) {
                return Optional.empty();
            }
        }
        return Optional.of(new RowNumbers(found));
    }

    private static boolean add(Matcher range, SortedSet<Long> found) {
        long first = Long.parseLong(range.group(1));
        long last = Optional.ofNullable(range.group(2)).map(Long::parseLong).orElse(first);
        boolean sane = first <= last && last - first < MOST;
        if (sane) {
            LongStream.rangeClosed(first, last).forEach(found::add);
        }
        return sane;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        Long first = null;
        Long last = null;
        for (Long number : all) {
            if (last != null && number == last + 1) {
                last = number;
            } else {
                append(text, first, last);
                first = number;
                last = number;
            }
        }
        append(text, first, last);
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable Long first, @Nullable Long last) {
        if (first != null && last != null) {
            text.append(text.isEmpty() ? "" : ", ").append(first).append(first.equals(last) ? "" : "-" + last);
        }
    }
}
