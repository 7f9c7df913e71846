package dev.muster.desk;

import dev.muster.incident.IncidentId;
import dev.muster.incident.MessageRef;
import java.util.Optional;

/** Where the bot posted what it edits later, by a name that is unique within the incident, such as {@code card}. */
public interface Posts {

    Optional<MessageRef> find(IncidentId incident, String name);

    /** What stands in a message of the bot's; empty if it is not one that is edited or acted on. */
    Optional<Post> find(MessageRef message);

    void put(IncidentId incident, String name, MessageRef message);

    /** A name and the incident that it belongs to. */
    record Post(IncidentId incident, String name) {}
}
