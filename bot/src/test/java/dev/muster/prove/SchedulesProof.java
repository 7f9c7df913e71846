package dev.muster.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.incident.Hours;
import dev.muster.incident.Rhythm;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What comes by the clock comes when another way of counting says so, wherever people live. Seen to fail with a working day
 * that ends a moment later, with days that begin by another zone's clock, and with one update too few.
 */
class SchedulesProof {

    private static final int HOUR = 60 * 60;

    /** Between these minutes of the day no clock is changed. */
    private static final int EARLIEST = 4 * 60;

    private static final int LATEST = 22 * 60;

    @Test
    void workingHoursAgreeWithAnotherCalendar() throws Exception {
        Proof.of("working hours, against another calendar", 5_000, 1_000_000, (random, rounds) -> {
            int moved = 0;
            for (int round = 0; round < rounds; round++) {
                ZoneId zone = Zones.any(random);
                Instant moment = Zones.moment(zone, random).truncatedTo(ChronoUnit.MILLIS);
                Hours hours = hours(random);

                Instant next = hours.next(moment, zone);

                assertThat(next)
                        .as("round %d: %s after %s in %s", round, hours, moment, zone)
                        .isEqualTo(new Wall(zone).firstAtWork(moment, hours));
                moved += next.equals(moment) ? 0 : 1;
            }
            return "%,d of them moved to when somebody works".formatted(moved);
        });
    }

    @Test
    void owedUpdatesAreCountedOneByOne() throws Exception {
        Proof.of("owed updates, counted one by one", 5_000, 1_000_000, (random, rounds) -> {
            long most = 0;
            for (int round = 0; round < rounds; round++) {
                Instant due = Zones.moment(Zones.any(random), random);
                Duration every = Duration.ofSeconds(1 + random.nextInt(3 * HOUR));
                Instant now = due.plusSeconds(random.nextInt(40 * HOUR) - HOUR);

                long missed = new Rhythm(Optional.empty(), Optional.of(due)).missed(now, every);

                assertThat(missed)
                        .as("round %d: every %s from %s, at %s", round, every, due, now)
                        .isEqualTo(counted(due, every, now));
                most = Math.max(most, missed);
            }
            return "up to %,d fallen due at once".formatted(most);
        });
    }

    private static long counted(Instant due, Duration every, Instant now) {
        long count = 0;
        for (Instant at = due; !at.isAfter(now); at = at.plus(every)) {
            count++;
        }
        return count;
    }

    /** Usual and unusual hours on at least one day of the week; none begin or end while clocks are changed. */
    private static Hours hours(Random random) {
        int from = EARLIEST + random.nextInt(LATEST - EARLIEST);
        int to = from + 1 + random.nextInt(LATEST - from);
        Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(3) > 0) {
                days.add(day);
            }
        }
        return new Hours(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to * 60L), days);
    }
}
