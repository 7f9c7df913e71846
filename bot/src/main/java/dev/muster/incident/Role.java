package dev.muster.incident;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who answers for what. Duties and authority are in the {@link Handbook}. */
public enum Role {
    IC("incident commander"),
    TECH("tech lead"),
    COMMS("comms lead");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Reads {@code ic}, {@code tech}, {@code comms} or the full title; empty if the words name no role. */
    public static Optional<Role> find(String words) {
        String plain = words.toLowerCase(Locale.ROOT).strip();
        return Arrays.stream(values())
                .filter(role -> plain.equals(role.toString()) || plain.equals(role.title))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
