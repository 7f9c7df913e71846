package dev.muster.incident;

import dev.muster.incident.ActionItem.Priority;
import dev.muster.incident.ActionItem.State;
import dev.muster.incident.Handbook.ReminderRule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of an incident's action items. They outlive the incident: all of this works on a closed one, too. */
public final class FollowingUp {

    private FollowingUp() {}

    public static Change add(
            Incident incident, ActionItem given, Actor owner, Actor by, ReminderRule rule, Instant at) {
        List<ActionItem> items = new ArrayList<>(incident.actions());
        items.add(given);
        Entry entry = about(
                        at,
                        by,
                        given,
                        "Action item %d for %s, due %s: %s"
                                .formatted(
                                        given.number(),
                                        owner.name(),
                                        Words.day(given.due(), given.zone()),
                                        given.text()))
                .with("due", given.due().toString());
        return shown(Change.to(incident.withActions(items)), entry, at)
                .promising(reminder(incident, given, given.nextReminder(at, rule)));
    }

    /** The item that {@link #add} would take, numbered after those there are. */
    public static ActionItem next(
            Incident incident, String text, UserId owner, Instant due, ZoneId zone, Priority priority) {
        int number = incident.actions().size() + 1;
        return new ActionItem(number, text, owner, due, zone, priority, State.OPEN);
    }

    public static Change done(Incident incident, int number, Actor by, Instant at) {
        ActionItem item = incident.action(number);
        if (!item.isOpen()) {
            return Change.none(incident);
        }
        Entry entry = about(at, by, item, "Action item %d is done: %s".formatted(number, item.text()));
        return shown(Change.to(incident.replacing(item.done())), entry, at)
                .withdrawing(Chore.REMIND, String.valueOf(number));
    }

    /** The owner is left in peace for a while; the due time stays. */
    public static Change snooze(Incident incident, int number, Duration pause, Actor by, Instant at) {
        ActionItem item = incident.action(number);
        if (!item.isOpen()) {
            return Change.none(incident);
        }
        Entry entry =
                about(at, by, item, "Reminder of action item %d snoozed for %s".formatted(number, Words.of(pause)));
        return Change.none(incident).saying(entry).promising(reminder(incident, item, at.plus(pause)));
    }

    /** The owner was reminded, and will be again until the item is done. */
    public static Change reminded(Incident incident, int number, ReminderRule rule, Instant at) {
        return Optional.of(incident.action(number))
                .filter(ActionItem::isOpen)
                .map(item -> reminder(incident, item, item.nextReminder(at, rule)))
                .map(Change.none(incident)::promising)
                .orElse(Change.none(incident));
    }

    /** Nothing can be shown in the channel of a closed incident. */
    private static Change shown(Change change, Entry entry, Instant at) {
        return change.incident().stage() == Stage.CLOSED
                ? change.saying(entry)
                : change.saying(entry.asTold()).promising(Chore.CARD, at);
    }

    private static Promise reminder(Incident incident, ActionItem item, Instant due) {
        return Promise.toPerson(incident.id(), Chore.REMIND, String.valueOf(item.number()), item.owner(), due);
    }

    private static Entry about(Instant at, Actor by, ActionItem item, String text) {
        return Entry.of(at, Kind.ACTION, by, text)
                .with("number", (long) item.number())
                .with("owner", item.owner().value())
                .with("priority", item.priority().toString());
    }
}
