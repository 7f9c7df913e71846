package dev.muster.config;

/** A value that is never shown; it prints as stars. */
public record Secret(String value) {

    public boolean isPresent() {
        return !value.isBlank();
    }

    @Override
    public String toString() {
        return isPresent() ? "***" : "(none)";
    }
}
