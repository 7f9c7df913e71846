package dev.muster.incident;

import java.util.List;

/**
 * Something that the company runs, as it stands in the catalogue.
 *
 * @param name as people say it; told apart from others without regard to case
 * @param owners who is invited when it is hit: ids of people and user groups, and handles
 * @param channel where its owners talk, as people write it; empty if there is none
 * @param runbooks ids of the runbooks that help with it
 * @param dependsOn names of the services that it cannot do without
 * @param escalation who is told next, first to last
 * @param critical whether the business stands still without it (the seeds' "critical business functions")
 */
public record Service(
        String name,
        List<String> owners,
        String channel,
        List<String> runbooks,
        List<String> dependsOn,
        List<String> escalation,
        boolean critical) {

    public Service {
        owners = List.copyOf(owners);
        runbooks = List.copyOf(runbooks);
        dependsOn = List.copyOf(dependsOn);
        escalation = List.copyOf(escalation);
    }

    boolean isCalled(String word) {
        return name.equalsIgnoreCase(word);
    }
}
