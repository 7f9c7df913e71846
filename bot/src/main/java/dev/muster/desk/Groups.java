package dev.muster.desk;

import dev.muster.incident.UserId;
import java.util.Optional;
import java.util.Set;

/** The workspace's user groups, as last heard. Answers at once and never asks Slack. */
@FunctionalInterface
public interface Groups {

    /** Who is in the group with this id; empty as long as that was never heard. */
    Optional<Set<UserId>> members(String group);
}
