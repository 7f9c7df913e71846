package dev.muster.incident;

/** A channel of the workspace, by the id that outlives renames. */
public record ChannelId(String value) {

    public ChannelId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("ChannelId: blank (expected: an id)");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
