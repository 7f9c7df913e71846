package dev.muster.command;

import dev.muster.desk.Person;
import dev.muster.incident.Incident;

/** Sends a timeline to a person as a file. */
@FunctionalInterface
public interface Takeaway {

    /**
     * What the person is told at once; the file comes when it is made.
     *
     * @param format as it was typed
     * @throws dev.muster.incident.Refusal if there is no such format
     */
    Reply send(Incident incident, String format, Person to);
}
