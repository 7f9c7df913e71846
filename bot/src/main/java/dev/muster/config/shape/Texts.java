package dev.muster.config.shape;

import dev.muster.incident.Role;
import dev.muster.incident.Words;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** The sorts of text that several keys take. */
public final class Texts {

    public static final Text ID =
            Text.of("[a-z0-9][a-z0-9-]{0,60}", "is no id: lower-case letters, digits and hyphens, at most 61, are one");

    public static final Text NAME =
            Text.of("[a-z][a-z0-9_]{0,40}", "is no name: lower-case letters, digits and _, at most 41, are one");

    public static final Text ROLE = Text.oneOf(List.of(Role.values()));

    public static final Shape DAY = new Exact(
            Text.of("[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])", "is no day. Write it like 2026-11-20"),
            Texts::isDay);

    public static final Shape LASTING = new Exact(
            Text.of(
                    "[1-9][0-9]{0,5}[smhdw]|P(?=[0-9T])(?:[0-9]{1,4}D)?(?:T(?=[0-9])(?:[0-9]{1,6}H)?(?:[0-9]{1,6}M)?(?:[0-9]{1,6}S)?)?",
                    "is no duration of at most ten years. Write 45s, 30m, 2h, 3d, 26w or PT30M"),
            text -> Words.duration(text).filter(lasting -> !lasting.isZero()).isPresent());

    private Texts() {}

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
