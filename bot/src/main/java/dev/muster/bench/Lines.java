package dev.muster.bench;

import dev.muster.incident.Actor;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Entry;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Kind;
import dev.muster.incident.MessageRef;
import dev.muster.incident.Origin;
import dev.muster.incident.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Lines with words as people use them: few very often, most seldom. */
final class Lines {

    /** In one line of 50,000. */
    static final String RARE = "quokka";

    /** In every third line. */
    static final String COMMON = "checkout";

    /** In every second line. */
    static final String ALSO_COMMON = "error";

    /** In half of the lines, and {@link #WITH} in the other half. */
    static final String NEVER = "odd";

    static final String WITH = "even";

    private static final int VOCABULARY = 20_000;
    private static final int WORDS = 18;

    private final Random random = new Random(42);
    private long number;

    List<Entry> next(IncidentId id, int count) {
        List<Entry> entries = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            entries.add(line(id, ++number));
        }
        return entries;
    }

    private Entry line(IncidentId id, long count) {
        String user = "U0BENCH" + count % Events.PEOPLE;
        String ts = "%d.%06d".formatted(1_600_000_000L + count / 10, count % 1_000_000);
        MessageRef message = new MessageRef(new ChannelId("C%08d".formatted(id.number())), ts);
        return new Entry(
                Instant.ofEpochSecond(1_600_000_000L + count / 10),
                count % 5_000 == 0 ? Kind.PINNED : Kind.MESSAGE,
                Optional.of(new Actor(new UserId(user), "Person " + user)),
                text(count),
                Map.of(),
                new Origin(Optional.of("message:" + ts), Optional.of(message), Optional.empty()),
                false,
                false);
    }

    private String text(long count) {
        StringBuilder text = new StringBuilder(count % 2 == 0 ? WITH : NEVER);
        text.append(count % 3 == 0 ? " " + COMMON : "").append(count % 4 < 2 ? " " + ALSO_COMMON : "");
        text.append(count % 50_000 == 777 ? " " + RARE : "");
        for (int index = 0; index < WORDS; index++) {
            double often = random.nextDouble();
            text.append(" w").append((int) (VOCABULARY * often * often * often));
        }
        return text.toString();
    }
}
