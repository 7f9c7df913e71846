package dev.muster.timeline;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.regex.Pattern;

/** Slack's timestamps: ids that also tell the time, to the microsecond. Never read as floating point. */
public final class Times {

    private static final Pattern TS = Pattern.compile("[0-9]{1,12}\\.[0-9]{1,9}");

    private Times() {}

    public static boolean isTs(String text) {
        return TS.matcher(text).matches();
    }

    /** The moment of {@code ts}, to the millisecond; of {@code fallback} if that is no timestamp; else 1970. */
    public static Instant of(String ts, String fallback) {
        String usable = isTs(ts) ? ts : isTs(fallback) ? fallback : "0.0";
        return Instant.ofEpochMilli(new BigDecimal(usable).movePointRight(3).longValue());
    }
}
