package dev.muster.workspace;

import java.util.List;

/** The people, commands and shortcuts of a workspace that was not told otherwise. */
final class Cast {
    static final List<Person> PEOPLE = List.of(
            Person.of("ann", "Ann Okafor", "Site reliability engineer", "Europe/London"),
            Person.of("bob", "Bob Lindqvist", "Backend engineer", "Europe/Stockholm"),
            Person.of("cleo", "Cleo Marchetti", "Support lead", "America/New_York"),
            Person.of("dev", "Dev Raman", "Platform engineer", "Asia/Kolkata"),
            Person.of("eve", "Eve Nakamura", "Head of engineering", "Asia/Tokyo"),
            Person.of("finn", "Finn Walsh", "Product manager", "America/Los_Angeles"));
    static final List<Command> COMMANDS =
            List.of(new Command("/incident", "Open or run an incident", "declare | status | sev | role | help"));
    static final List<Shortcut> SHORTCUTS = List.of(
            Shortcut.onMessage("Add to timeline", "timeline_add"),
            Shortcut.onMessage("Create an action item", "action_new"),
            Shortcut.onMessage("Redact", "timeline_redact"),
            Shortcut.onMessage("Open an incident from this", "incident_from_message"),
            Shortcut.global("Open an incident", "incident_new"));

    private Cast() {}
}
