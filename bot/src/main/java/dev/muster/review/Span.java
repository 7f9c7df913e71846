package dev.muster.review;

import dev.muster.incident.Incident;
import dev.muster.incident.Milestone;
import java.time.Duration;
import java.util.Optional;

/**
 * How long something took, from one milestone to another. The mean of each over many incidents is what others call MTTD,
 * MTTA, MTTM and MTTR; they differ in where they begin, so the definition stands beside every figure.
 */
public enum Span {
    DETECTION("Time to detect", "TTD", Milestone.BEGAN, Milestone.DETECTED),
    ACKNOWLEDGEMENT("Time to acknowledge", "TTA", Milestone.DETECTED, Milestone.INVESTIGATING),
    MITIGATION("Time to mitigate", "TTM", Milestone.BEGAN, Milestone.MITIGATED),
    RECOVERY("Time to restore", "TTR", Milestone.BEGAN, Milestone.RESTORED);

    private final String title;
    private final String code;
    private final Milestone from;
    private final Milestone to;

    Span(String title, String code, Milestone from, Milestone to) {
        this.title = title;
        this.code = code;
        this.from = from;
        this.to = to;
    }

    public String title() {
        return title;
    }

    /** What it is called for short; with an M before it, its mean. */
    public String code() {
        return code;
    }

    public Milestone from() {
        return from;
    }

    public Milestone to() {
        return to;
    }

    /** What exactly is measured, e.g. {@code T0 impact began → T1 detected}. */
    public String definition() {
        return "%s %s → %s %s".formatted(from.code(), from.meaning(), to.code(), to.meaning());
    }

    /** Nothing where either end is not known, or where they are in the wrong order. */
    public Optional<Duration> of(Incident incident) {
        return incident.time(from)
                .flatMap(began -> incident.time(to).map(ended -> Duration.between(began, ended)))
                .filter(took -> !took.isNegative());
    }
}
