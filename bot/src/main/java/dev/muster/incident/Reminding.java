package dev.muster.incident;

import dev.muster.incident.Handbook.ReminderRule;
import java.time.Instant;

/** Who hears of an action item that is still open, and when again. Pure decisions. */
public final class Reminding {

    /** After so many more reminders others hear of it again. */
    private static final int SELDOM = 5;

    private Reminding() {}

    /** The owner was reminded, and will be again until the item is done. Once it is overdue, it is counted how often. */
    public static Change reminded(Incident incident, int number, ReminderRule rule, Instant at) {
        ActionItem item = incident.action(number);
        if (!item.isOpen()) {
            return Change.none(incident);
        }
        Promise again = at(incident, item, item.nextReminder(at, rule));
        return item.isOverdue(at)
                ? overdue(incident, item.asked(item.asked() + 1), rule, at).promising(again)
                : Change.none(incident).promising(again);
    }

    /** The owner is not to be reached any more: it needs somebody else, or stays undone. */
    public static Change unreachable(Incident incident, int number, ReminderRule rule, Instant at) {
        ActionItem item = incident.action(number);
        if (!item.isOpen()) {
            return Change.none(incident);
        }
        ActionItem asked = item.asked(item.asked() + 1);
        Change change = Change.to(incident.replacing(asked)).promising(at(incident, item, item.nextReminder(at, rule)));
        if (!isTurn(asked.asked(), 0)) {
            return change;
        }
        String text = "The owner of action item %d cannot be reached any more; it needs another one".formatted(number);
        UserId lead = Uprooting.asked(incident);
        Change told = change.saying(Entry.ofBot(at, Kind.BOT, text).with("number", (long) number))
                .promising(stuck(incident, String.valueOf(number), at));
        return lead.equals(item.owner()) ? told : told.promising(stuckFor(incident, item, lead, at));
    }

    /** Others hear of it now and then, not each time: what is said daily to everybody is read by nobody. */
    private static boolean isTurn(int asked, int after) {
        return asked > after && (asked - after - 1) % SELDOM == 0;
    }

    /** The owner first; when that does not help, the channel, and then whoever leads. */
    private static Change overdue(Incident incident, ActionItem item, ReminderRule rule, Instant at) {
        Change change = Change.to(incident.replacing(item));
        if (isTurn(item.asked(), rule.channelAfter())) {
            change = change.promising(stuck(incident, String.valueOf(item.number()), at));
        }
        UserId lead = Uprooting.asked(incident);
        if (isTurn(item.asked(), rule.leadAfter()) && !lead.equals(item.owner())) {
            change = change.promising(stuckFor(incident, item, lead, at));
        }
        return change;
    }

    private static Promise stuck(Incident incident, String number, Instant at) {
        return Promise.toRoom(incident.id(), Chore.STUCK, number, at);
    }

    private static Promise stuckFor(Incident incident, ActionItem item, UserId lead, Instant at) {
        return Promise.toPerson(incident.id(), Chore.STUCK, item.number() + "/" + lead, lead, at);
    }

    /** The owner is to be reminded at that moment. */
    static Promise at(Incident incident, ActionItem item, Instant due) {
        return Promise.toPerson(incident.id(), Chore.REMIND, String.valueOf(item.number()), item.owner(), due);
    }
}
