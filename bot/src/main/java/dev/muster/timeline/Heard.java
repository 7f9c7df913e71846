package dev.muster.timeline;

import dev.muster.incident.ChannelId;
import dev.muster.incident.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What of an incident's channel is known to be complete.
 *
 * @param last up to here everything had been heard or read when it was last looked; empty before the first time
 * @param reading the reading that is under way
 * @param found what this reading has found that had not been heard, by kind
 */
public record Heard(ChannelId channel, String last, Optional<Reading> reading, Map<String, Long> found) {

    /** What is newer than this may only be on its way. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

    public Heard {
        found = Map.copyOf(found);
    }

    public static Heard nothing(ChannelId channel) {
        return new Heard(channel, "", Optional.empty(), Map.of());
    }

    /** The reading to go on with, or a new one. */
    public Reading place(Instant now) {
        return reading.orElseGet(() -> Reading.from(Times.ts(now)));
    }

    /** The reading has come further, and has found these lines. */
    public Heard with(Reading further, List<Entry> lines) {
        Map<String, Long> more = new TreeMap<>(found);
        Instant settled = Times.of(further.until(), "").minus(ON_ITS_WAY);
        lines.stream()
                .filter(line -> line.origin().message().isPresent())
                .filter(line ->
                        Times.of(line.origin().message().orElseThrow().ts(), "").isBefore(settled))
                .forEach(line -> more.merge(line.kind().lasting(), 1L, Long::sum));
        return new Heard(channel, last, Optional.of(further), more);
    }

    /** The reading is finished. */
    public Heard complete() {
        return new Heard(channel, reading.map(Reading::until).orElse(last), Optional.empty(), Map.of());
    }

    /** Whether everything up to this moment has been heard or read. */
    public boolean reaches(Instant moment) {
        return !Times.of(last, "").isBefore(moment);
    }

    /**
     * The line that says what cannot be known: something was missed, so more may have been.
     *
     * @param since when it was declared, should nothing have been read before
     */
    public Optional<Entry> gap(Instant since, Instant now) {
        Instant to = reading.map(Reading::until).map(ts -> Times.of(ts, "")).orElse(now);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(Gap.line(
                                from(since),
                                to,
                                now,
                                told() + " Wordings that were replaced, and what was said"
                                        + " and deleted again in that time, cannot be known.")
                        .with("found", found));
    }

    /** Since when it is not known whether everything was heard. */
    public Instant from(Instant since) {
        return last.isEmpty() ? since : Times.of(last, "");
    }

    private String told() {
        String what = new TreeMap<>(found)
                .entrySet().stream()
                        .map(kind -> kind.getValue() + " × " + kind.getKey().replace('_', ' '))
                        .collect(Collectors.joining(", "));
        return "Not everything arrived by itself. Read afterwards: " + what + ".";
    }
}
