package dev.muster.incident;

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

    public String code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }
}
