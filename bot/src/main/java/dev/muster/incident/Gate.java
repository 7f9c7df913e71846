package dev.muster.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What must be on the record before an incident is put away, as far as the settings ask for it. */
public enum Gate {
    /** Each of T0 to T4 is known. */
    TIMES,
    /** Somebody has said whom it hurt. */
    IMPACT,
    /** There is an action item, so that it does not happen again. */
    ACTIONS,
    /** Every proposal has been decided on. */
    PROPOSALS,
    /** Somebody has said why it happened. */
    CAUSE,
    /** It is known when people talk over the post-mortem. */
    MEETING;

    /** Reads a gate by its name in the settings. */
    public static Optional<Gate> find(String word) {
        return Arrays.stream(values())
                .filter(gate -> gate.toString().equals(word))
                .findFirst();
    }

    /** What is still missing, each in words with how to say it; empty if nothing is. */
    public List<String> missing(Incident incident) {
        return switch (this) {
            case TIMES -> times(incident);
            case IMPACT ->
                incident.conduct().impact().isAssessed() ? List.of() : List.of("whom it hurt (`/incident impact`)");
            case ACTIONS ->
                incident.actions().isEmpty()
                        ? List.of("what will keep it from happening again (`/incident action`)")
                        : List.of();
            case PROPOSALS ->
                incident.conduct().open().stream()
                        .map(proposal -> "a word on proposal " + proposal.number())
                        .toList();
            case CAUSE ->
                incident.conduct().diagnosis().equals(Diagnosis.NONE)
                        ? List.of("why it happened (`/incident cause`)")
                        : List.of();
            case MEETING ->
                incident.conduct().meeting().isEmpty()
                        ? List.of("when people talk over it (`/incident meet tomorrow 14:00`)")
                        : List.of();
        };
    }

    private static List<String> times(Incident incident) {
        List<String> missing = new ArrayList<>();
        for (Milestone milestone : Milestone.values()) {
            if (incident.time(milestone).isEmpty()) {
                missing.add("when %s (`/incident time %s 14:05`)".formatted(milestone.meaning(), milestone.code()));
            }
        }
        return missing;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
