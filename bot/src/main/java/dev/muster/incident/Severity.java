package dev.muster.incident;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How bad it is. What follows from it (rhythm, response time, escalation) is in the {@link Handbook}. */
public enum Severity {
    SEV1,
    SEV2,
    SEV3;

    /** Reads {@code sev1}, {@code SEV-1} or {@code 1}; empty if the word is no severity. */
    public static Optional<Severity> find(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replace("-", "");
        return Arrays.stream(values())
                .filter(severity -> plain.equals(severity.toString()) || ("sev" + plain).equals(severity.toString()))
                .findFirst();
    }

    /** As {@link #find}, or a refusal that names the choices. */
    public static Severity parse(String word) {
        return find(word)
                .orElseThrow(() ->
                        new Refusal("There is no severity `%s`. Nothing was changed. Try `sev1`, `sev2` or `sev3`."
                                .formatted(Words.again(word))));
    }

    /** The severity that is one worse; empty for the worst. */
    public Optional<Severity> worse() {
        return this == SEV1 ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
