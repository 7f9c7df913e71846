package dev.muster.timeline.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an export can look. */
public enum Format {
    /** One object a line, as the contract has it; what {@code timeline verify} reads. */
    JSONL("application/x-ndjson"),
    /** One object: the incident, its rows, and where their hash chain ends. */
    JSON("application/json"),
    /** A table for a wiki or a review. */
    MD("text/markdown"),
    /** For a spreadsheet: RFC 4180, and no cell that would be taken for a formula. */
    CSV("text/csv"),
    /** A page that needs nothing but itself: the incident as a picture, and every row. */
    HTML("text/html");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The ending of a file's name, without a dot; also what people call the format. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As in {@code Content-Type}; every format is UTF-8. */
    public String mediaType() {
        return mediaType + "; charset=utf-8";
    }

    /** Reads {@link #extension()}, in any case; empty if the word is no format. */
    public static Optional<Format> find(String word) {
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    @Override
    public String toString() {
        return extension();
    }
}
