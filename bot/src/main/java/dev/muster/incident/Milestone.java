package dev.muster.incident;

import java.util.Arrays;
import java.util.Optional;

/** The five moments from which detection, mitigation and recovery times are computed. */
public enum Milestone {
    BEGAN("T0", "impact began"),
    DETECTED("T1", "detected"),
    INVESTIGATING("T2", "investigation began"),
    MITIGATED("T3", "mitigated"),
    RESTORED("T4", "restored");

    private final String code;
    private final String meaning;

    Milestone(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** Reads a milestone by its code, in any case. */
    public static Optional<Milestone> find(String code) {
        return Arrays.stream(values())
                .filter(milestone -> milestone.code.equalsIgnoreCase(code))
                .findFirst();
    }

    public String code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }
}
