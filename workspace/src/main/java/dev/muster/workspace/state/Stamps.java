package dev.muster.workspace.state;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Gives out message timestamps: the clock's microseconds, and never the same or an earlier one twice. */
public final class Stamps {
    private static final Pattern FORM = Pattern.compile("\\d{1,10}(\\.\\d{1,6})?");
    private final InstantSource clock;
    private long last;

    Stamps(InstantSource clock) {
        this.clock = clock;
    }

    public String next() {
        last = Math.max(last + 1, ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
        return "%d.%06d".formatted(last / 1_000_000, last % 1_000_000);
    }

    public static boolean isStamp(String text) {
        return FORM.matcher(text).matches();
    }

    /** Full width, so that stamps compare as text. */
    public static String normal(String stamp) {
        int dot = stamp.indexOf('.');
        String whole = dot < 0 ? stamp : stamp.substring(0, dot);
        String parts = dot < 0 ? "" : stamp.substring(dot + 1);
        return "0".repeat(10 - whole.length()) + whole + "." + parts + "0".repeat(6 - parts.length());
    }

    public Instant now() {
        return clock.instant();
    }

    public long seconds() {
        return now().getEpochSecond();
    }
}
