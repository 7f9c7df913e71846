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
import java.util.stream.Stream;

/** What becomes of an incident's action items. They outlive the incident: all of this works on a closed one, too. */
public final class FollowingUp {

    private static final String NUMBER = "number";
    private static final String OWNER = "owner";
    private static final String OWNER_NAME = "ownerName";

    private FollowingUp() {}

    /** Which action item a line is about; 0 for any other line, and for one that was redacted. */
    public static int number(Entry line) {
        return line.kind() == Kind.ACTION && line.data().get(NUMBER) instanceof Number number ? number.intValue() : 0;
    }

    /** What this line calls a person who owns an action item; empty if it is about somebody else's. */
    public static Optional<String> name(Entry line, UserId owner) {
        return Optional.of(line)
                .filter(entry -> owner.value().equals(entry.data().get(OWNER)))
                .map(entry -> entry.data().getOrDefault(OWNER_NAME, ""))
                .map(String::valueOf)
                .filter(name -> !name.isEmpty());
    }

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
                .with("due", given.due().toString())
                .with(OWNER_NAME, owner.name());
        Change change = shown(Change.to(incident.withActions(items)), aimed(entry, given.aim()), at)
                .promising(Reminding.at(incident, given, given.nextReminder(at, rule)));
        return owner.id().equals(by.id()) ? change : change.promising(word(incident, given, rule, at));
    }

    private static Entry aimed(Entry entry, ActionItem.Aim aim) {
        Entry sorted =
                aim.sort().map(sort -> entry.with("sort", sort.toString())).orElse(entry);
        return aim.finding().map(row -> sorted.with("finding", row)).orElse(sorted);
    }

    /** The item that {@link #add} would take, numbered after those there are. */
    public static ActionItem next(
            Incident incident, String text, UserId owner, Instant due, ZoneId zone, Priority priority) {
        return ActionItem.open(incident.actions().size() + 1, text, owner, due, zone, priority);
    }

    /** The owner is told at once while the incident is on, and when they work afterwards. */
    private static Promise word(Incident incident, ActionItem item, ReminderRule rule, Instant at) {
        Instant when = incident.isActive() ? at : rule.hours().next(at, item.zone());
        return Promise.toPerson(incident.id(), Chore.ASSIGNED, String.valueOf(item.number()), item.owner(), when);
    }

    /** Somebody has begun; its owner is reminded as before. */
    public static Change start(Incident incident, int number, Actor by, Instant at) {
        ActionItem item = incident.action(number);
        if (item.state() != State.OPEN) {
            return Change.none(incident);
        }
        Entry entry = about(at, by, item, "Action item %d is in progress: %s".formatted(number, item.text()));
        return shown(Change.to(incident.replacing(item.in(State.IN_PROGRESS))), entry, at);
    }

    /** Somebody says that it is done; somebody else is asked to look. */
    public static Change done(Incident incident, int number, Actor by, Instant at) {
        ActionItem item = incident.action(number);
        if (!item.isOpen()) {
            return Change.none(incident);
        }
        ActionItem done = item.done(by);
        Entry entry = about(at, by, item, "Action item %d is done: %s".formatted(number, item.text()));
        Change change =
                shown(Change.to(incident.replacing(done)), entry, at).withdrawing(Chore.REMIND, String.valueOf(number));
        return verifier(incident, done)
                .map(who -> Promise.toPerson(incident.id(), Chore.VERIFY, String.valueOf(number), who, at))
                .map(change::promising)
                .orElse(change);
    }

    /** Who can say whether it is really done: whoever leads, declared or owns it, and did not say so. */
    public static Optional<UserId> verifier(Incident incident, ActionItem item) {
        return Stream.of(
                        incident.holder(Role.IC),
                        Optional.of(incident.facts().declaredBy().id()),
                        Optional.of(item.owner()))
                .flatMap(Optional::stream)
                .filter(who -> item.doneBy().filter(by -> by.id().equals(who)).isEmpty())
                .findFirst();
    }

    /**
     * Another person has looked, and it is done.
     *
     * @throws Refusal if it is not said to be done, or if it is the same person
     */
    public static Change verify(Incident incident, int number, Actor by, Instant at) {
        ActionItem item = incident.action(number);
        if (item.state() == State.VERIFIED) {
            return Change.none(incident);
        }
        if (item.state() != State.DONE) {
            throw new Refusal("Action item %d of %s is %s, not done. Nothing was changed."
                    .formatted(number, incident.id(), item.state()));
        }
        if (item.doneBy().filter(done -> done.id().equals(by.id())).isPresent()) {
            throw new Refusal("You said yourself that it is done; somebody else must look. Nothing was changed.");
        }
        Entry entry = about(at, by, item, "Action item %d is verified: %s".formatted(number, item.text()));
        return shown(Change.to(incident.replacing(item.in(State.VERIFIED))), entry, at)
                .withdrawing(Chore.VERIFY, String.valueOf(number));
    }

    /** It is said more precisely; what was said before stays on the timeline. */
    public static Change reword(Incident incident, int number, String text, Actor by, Instant at) {
        ActionItem item = requireNotDropped(incident, number);
        if (item.text().equals(text)) {
            return Change.none(incident);
        }
        ActionItem other = item.saying(text);
        Entry entry = about(at, by, other, "Action item %d says now: %s".formatted(number, text))
                .with("before", item.text());
        return shown(Change.to(incident.replacing(other)), entry, at);
    }

    /** It is no longer needed. */
    public static Change drop(Incident incident, int number, String reason, Actor by, Instant at) {
        ActionItem item = incident.action(number);
        if (!item.isOpen()) {
            return Change.none(incident);
        }
        Entry entry = about(
                        at, by, item, "Action item %d is dropped because %s: %s".formatted(number, reason, item.text()))
                .with("reason", reason);
        return shown(Change.to(incident.replacing(item.in(State.DROPPED))), entry, at)
                .withdrawing(Chore.REMIND, String.valueOf(number));
    }

    /** It gets another date, and what was said to be done is open again. */
    public static Change due(Incident incident, int number, Instant due, Actor by, ReminderRule rule, Instant at) {
        ActionItem item = requireNotDropped(incident, number);
        ActionItem later = item.due(due);
        if (later.equals(item)) {
            return Change.none(incident);
        }
        Entry entry = about(
                        at,
                        by,
                        later,
                        "Action item %d is due %s → %s: %s"
                                .formatted(
                                        number,
                                        Words.day(item.due(), item.zone()),
                                        Words.day(due, item.zone()),
                                        item.text()))
                .with("from", item.due().toString())
                .with("to", due.toString());
        return shown(Change.to(incident.replacing(later)), entry, at)
                .withdrawing(Chore.VERIFY, String.valueOf(number))
                .promising(Reminding.at(incident, later, later.nextReminder(at, rule)));
    }

    /** Somebody else does it; the due time stays. */
    public static Change give(
            Incident incident, int number, Actor to, ZoneId zone, Actor by, ReminderRule rule, Instant at) {
        ActionItem item = requireNotDropped(incident, number);
        if (item.owner().equals(to.id()) || !item.isOpen()) {
            return Change.none(incident);
        }
        ActionItem theirs = item.of(to.id(), zone);
        Entry entry = about(
                        at, by, theirs, "Action item %d is for %s now: %s".formatted(number, to.name(), item.text()))
                .with("from", item.owner().value())
                .with(OWNER_NAME, to.name());
        Change change = shown(Change.to(incident.replacing(theirs)), entry, at)
                .promising(Reminding.at(incident, theirs, theirs.nextReminder(at, rule)));
        return to.id().equals(by.id()) ? change : change.promising(word(incident, theirs, rule, at));
    }

    private static ActionItem requireNotDropped(Incident incident, int number) {
        ActionItem item = incident.action(number);
        if (item.state() == State.DROPPED) {
            throw new Refusal(
                    "Action item %d of %s was dropped. Nothing was changed. To do it after all: `/incident action …`."
                            .formatted(number, incident.id()));
        }
        return item;
    }

    /** The owner is left in peace for a while; the due time stays. */
    public static Change snooze(Incident incident, int number, Duration pause, Actor by, Instant at) {
        ActionItem item = incident.action(number);
        if (!item.isOpen()) {
            return Change.none(incident);
        }
        Entry entry =
                about(at, by, item, "Reminder of action item %d snoozed for %s".formatted(number, Words.of(pause)));
        return Change.none(incident).saying(entry).promising(Reminding.at(incident, item, at.plus(pause)));
    }

    /** Nothing can be shown in the channel of a closed incident. */
    private static Change shown(Change change, Entry entry, Instant at) {
        return change.incident().stage() == Stage.CLOSED
                ? change.saying(entry)
                : change.saying(entry.asTold()).promising(Chore.CARD, at);
    }

    private static Entry about(Instant at, Actor by, ActionItem item, String text) {
        return Entry.of(at, Kind.ACTION, by, text)
                .with(NUMBER, (long) item.number())
                .with(OWNER, item.owner().value())
                .with("priority", item.priority().toString());
    }
}
