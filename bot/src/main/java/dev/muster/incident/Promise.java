package dev.muster.incident;

import java.time.Instant;

/**
 * Something that must happen later, at most one for each incident, chore and subject. It has no payload, so nothing in
 * it can go stale.
 *
 * @param subject what the chore is about: a role, the number of an entry; empty where there is just one
 * @param lane what waits for what: promises of one lane are kept one after another, in order
 */
public record Promise(IncidentId incident, Chore chore, String subject, String lane, Instant due) {

    private static final String END = "end";

    /** What tells it from every other promise. */
    public String name() {
        return incident + "/" + chore + "/" + subject;
    }

    /** When it is kept, by a clock that may have been set back since it fell due: what is past does not come again. */
    public Instant keptAt(Instant now) {
        return now.isBefore(due) ? due : now;
    }

    /** A promise to the incident's own channel. */
    public static Promise toRoom(IncidentId incident, Chore chore, String subject, Instant due) {
        return new Promise(incident, chore, subject, incident.toString(), due);
    }

    /** A promise to bring the card up to date, which waits for nothing that is said, as nothing that is said waits for it. */
    static Promise toCard(IncidentId incident, Instant due) {
        return new Promise(incident, Chore.CARD, "", "card:" + incident, due);
    }

    /** A promise to the channel where incidents are announced. */
    public static Promise toLobby(IncidentId incident, Chore chore, Instant due) {
        return toLobby(incident, chore, "", due);
    }

    public static Promise toLobby(IncidentId incident, Chore chore, String subject, Instant due) {
        return new Promise(incident, chore, subject, "lobby", due);
    }

    /** A promise to tell another program, which may be down for long and holds nothing else up. */
    public static Promise toHook(IncidentId incident, Chore chore, String subject, Instant due) {
        return new Promise(incident, chore, "hook/" + subject, "hook", due);
    }

    /** A promise to do what a step of a run says, which may take long and holds nothing else up. */
    public static Promise toMachine(IncidentId incident, String subject, Instant due) {
        return new Promise(incident, Chore.ACT, subject, "machine:" + incident + "/" + subject, due);
    }

    /** A promise to a rehearsal, in which one thing happens after another and holds up nothing that is real. */
    public static Promise toDrill(IncidentId incident, Chore chore, String subject, Instant due) {
        return new Promise(incident, chore, subject, "drill:" + incident, due);
    }

    /** A promise to read the channel's history, which may take long and holds nothing else up. */
    public static Promise toRead(IncidentId incident, Instant due) {
        return new Promise(incident, Chore.CATCH_UP, "", "history:" + incident, due);
    }

    /** A promise to read the channel of a closed incident a last time, after which nothing is read in it. */
    public static Promise toReadToTheEnd(IncidentId incident, Instant due) {
        return new Promise(incident, Chore.CATCH_UP, END, "history:" + incident, due);
    }

    /** Whether it is the last time that a channel is read. */
    public boolean isTheEnd() {
        return chore == Chore.CATCH_UP && subject.equals(END);
    }

    /** A promise to tell another incident that this one is its duplicate, in the name of whoever said so. */
    public static Promise toOriginal(IncidentId incident, IncidentId original, UserId by, Instant due) {
        return new Promise(incident, Chore.TELL_ORIGINAL, original + "/" + by, "timeline:" + original, due);
    }

    /** A promise to one person. */
    public static Promise toPerson(IncidentId incident, Chore chore, String subject, UserId person, Instant due) {
        return new Promise(incident, chore, subject, "dm:" + person, due);
    }
}
