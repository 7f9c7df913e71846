package dev.muster.incident;

/** A person or a bot of the workspace. */
public record UserId(String value) {

    public UserId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("UserId: blank (expected: an id)");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
