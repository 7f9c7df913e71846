package dev.muster.command;

import dev.muster.desk.Person;
import dev.muster.incident.Incident;

/** Hands a paper out as a file. */
@FunctionalInterface
public interface Handout {

    /** @param text in Markdown */
    Reply send(Incident incident, Person to, String name, String text);
}
