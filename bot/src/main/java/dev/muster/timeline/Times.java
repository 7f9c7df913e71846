package dev.muster.timeline;

import java.math.BigDecimal;
import java.math.RoundingMode;
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

    /** The moment as Slack writes it. */
    public static String ts(Instant at) {
        return "%d.%06d".formatted(at.getEpochSecond(), at.getNano() / 1_000);
    }

    /** The timestamp before this one: they have six decimals. */
    static String before(String ts) {
        return moved(ts, "-0.000001");
    }

    static String after(String ts) {
        return moved(ts, "0.000001");
    }

    private static String moved(String ts, String by) {
        return new BigDecimal(ts)
                .add(new BigDecimal(by))
                .setScale(6, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
