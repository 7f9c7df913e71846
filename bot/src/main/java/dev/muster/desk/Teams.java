package dev.muster.desk;

import dev.muster.incident.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All of the workspace's user groups, by what people call them, as last heard. Answers at once and never asks Slack. */
@FunctionalInterface
public interface Teams {

    /** Empty as long as they were never heard. */
    Optional<List<Team>> all();

    /**
     * A user group.
     *
     * @param handle without the {@code @}
     */
    record Team(String id, String handle, Set<UserId> members) {

        public Team {
            members = Set.copyOf(members);
        }

        /** Whether it is meant by its id, or by its handle with an {@code @}. */
        public boolean isCalled(String name) {
            return id.equals(name) || ("@" + handle).equalsIgnoreCase(name);
        }
    }
}
