package dev.muster.prove;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Places and moments at which clocks do what programs do not expect. */
final class Zones {

    /** From one side of the date line to the other: quarter hours, half an hour and two hours of summer. */
    private static final List<ZoneId> ALL = List.of(
                    "Pacific/Pago_Pago", // -11
                    "Pacific/Honolulu",
                    "America/St_Johns", // -03:30
                    "America/New_York",
                    "America/Sao_Paulo", // skipped midnight until 2018
                    "America/Santiago",
                    "Atlantic/Azores",
                    "Europe/Dublin", // its winter is the exception
                    "Europe/Berlin",
                    "Africa/Casablanca", // changes four times a year, around Ramadan
                    "Africa/Cairo", // skips midnight
                    "Antarctica/Troll", // two hours
                    "Asia/Tehran",
                    "Asia/Kolkata",
                    "Asia/Kathmandu", // +05:45
                    "Australia/Lord_Howe", // half an hour
                    "Pacific/Auckland",
                    "Pacific/Chatham", // +12:45
                    "Pacific/Apia", // +13, +14 in summer until 2021
                    "Pacific/Kiritimati", // +14
                    "UTC")
            .stream()
            .map(ZoneId::of)
            .toList();

    private static final Instant FIRST = Instant.parse("2012-01-01T00:00:00Z");
    private static final Duration SPAN = Duration.between(FIRST, Instant.parse("2036-01-01T00:00:00Z"));
    private static final int DAY = 24 * 60;

    private Zones() {}

    static ZoneId any(Random random) {
        return ALL.get(random.nextInt(ALL.size()));
    }

    /** A moment of these years, half of the time within days of a change of the clocks, a month's end or a leap day. */
    static Instant moment(ZoneId zone, Random random) {
        Instant any = FIRST.plusSeconds((long) (random.nextDouble() * SPAN.toSeconds()));
        return switch (random.nextInt(6)) {
            case 0, 1 -> change(zone, any).plus(minutes(-5, 1, random));
            case 2 -> monthEnd(any).plus(minutes(-2, 2, random));
            case 3 -> leapDay(random).plus(minutes(-2, 2, random));
            default -> any.plusNanos(random.nextInt(1_000_000_000));
        };
    }

    private static Duration minutes(int fromDay, int toDay, Random random) {
        return Duration.ofMinutes(fromDay * DAY + random.nextInt((toDay - fromDay) * DAY));
    }

    private static Instant change(ZoneId zone, Instant before) {
        return Optional.ofNullable(zone.getRules().nextTransition(before))
                .map(ZoneOffsetTransition::getInstant)
                .orElse(before);
    }

    private static Instant monthEnd(Instant any) {
        LocalDate day = any.atOffset(ZoneOffset.UTC).toLocalDate();
        return day.withDayOfMonth(day.lengthOfMonth())
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private static Instant leapDay(Random random) {
        return LocalDate.of(2012 + 4 * random.nextInt(6), 2, 29)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
