package dev.muster.desk;

import dev.muster.incident.UserId;
import java.util.Optional;

/** Who is in the workspace, as last heard. Answers at once and never asks Slack. */
public interface People {

    /** The person; one named by their id, in the default zone, where nothing is known of them. */
    Person get(UserId id);

    /** The person who goes by this handle, without {@code @}. */
    Optional<Person> findByHandle(String handle);
}
