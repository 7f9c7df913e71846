package dev.muster.slack;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * How far this machine's clock is from Slack's, by the date of Slack's answers (RFC 9110, 6.6.1), which is to the second.
 * From five minutes on nothing that Slack sends is believed (docs.slack.dev, "Verifying requests from Slack").
 */
public final class Skew implements Interceptor {

    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);
    private static final Duration TOO_SLOW = Duration.ofSeconds(5);
    private static final Duration TROUBLE = Duration.ofMinutes(2);

    private final InstantSource wall;
    private volatile Optional<Duration> ahead = Optional.empty();

    /** @param wall the clock of this machine */
    public Skew(InstantSource wall) {
        this.wall = wall;
    }

    /** How far this machine's clock is ahead of Slack's; empty until Slack has answered in good time. */
    public Optional<Duration> ahead() {
        return ahead;
    }

    /** What people should know about it; empty if all is well. */
    public String trouble() {
        return ahead.filter(skew -> skew.abs().compareTo(TROUBLE) >= 0)
                .map(skew ->
                        "this machine's clock is %d s %s Slack's: set it; from 300 s on nothing Slack sends is believed"
                                .formatted(skew.abs().toSeconds(), skew.isNegative() ? "behind" : "ahead of"))
                .orElse("");
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Instant before = wall.instant();
        Response answer = chain.proceed(chain.request());
        heard(answer.header("Date"), before, wall.instant());
        return answer;
    }

    /** The answer was written at some moment in between. */
    private void heard(@Nullable String date, Instant before, Instant after) {
        Duration took = Duration.between(before, after);
        if (date == null || took.isNegative() || took.compareTo(TOO_SLOW) > 0) {
            return;
        }
        try {
            Instant there = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
            ahead = Optional.of(Duration.between(there.plus(HALF_A_SECOND), before.plus(took.dividedBy(2))));
        } catch (DateTimeException e) {
            // A proxy may write anything here.
        }
    }
}
