package dev.muster.desk;

import dev.muster.desk.Chat.Gone;
import dev.muster.desk.Chat.Unreachable;
import dev.muster.desk.Notice.ActionDone;
import dev.muster.desk.Notice.ActionOwed;
import dev.muster.desk.Notice.ActionStuck;
import dev.muster.desk.Notice.ActionsOwed;
import dev.muster.desk.Notice.Owned;
import dev.muster.incident.ActionItem;
import dev.muster.incident.ActionItem.State;
import dev.muster.incident.Change;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Chore;
import dev.muster.incident.FollowingUp;
import dev.muster.incident.Handbook.ReminderRule;
import dev.muster.incident.Incident;
import dev.muster.incident.MessageRef;
import dev.muster.incident.Promise;
import dev.muster.incident.Reminding;
import dev.muster.incident.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The chores that see to it that action items get done: each looks at how the item stands now. */
public final class ItemChores {

    private final Incidents incidents;
    private final Promises promises;
    private final IncidentDesk desk;
    private final Posts posts;
    private final Chat chat;
    private final ReminderRule rule;
    private final Recall recall;

    public ItemChores(
            Incidents incidents,
            Promises promises,
            IncidentDesk desk,
            Posts posts,
            Chat chat,
            ReminderRule rule,
            Recall recall) {
        this.recall = recall;
        this.incidents = incidents;
        this.promises = promises;
        this.desk = desk;
        this.posts = posts;
        this.chat = chat;
        this.rule = rule;
    }

    /** Word of a new item; what was given on to somebody else meanwhile is promised to them. */
    void assigned(Incident incident, Claim claim) {
        ActionItem item = item(incident, claim);
        if (item.isOpen()) {
            owed(incident, item, claim);
        }
    }

    /**
     * One message for all of an owner's items that fell due by then. What is due is the same after a crash in between, so
     * that nothing is counted that was not said. The claim's own comes last: once it is counted, its lane is free.
     */
    void remind(Incident incident, Claim claim) {
        List<Promise> due = due(claim.promise());
        List<Owned> items = due.stream()
                .map(this::owned)
                .filter(owned -> owned.item().isOpen())
                .toList();
        try {
            say(items, claim);
            due.forEach(each -> counted(each, Reminding::reminded));
        } catch (Unreachable | Gone gone) {
            due.forEach(each -> counted(each, Reminding::unreachable));
        }
    }

    /** What was tried by itself before may have been said, and is looked for by itself. */
    private List<Promise> due(Promise own) {
        Stream<Promise> others = promises.fresh(own.lane(), Chore.REMIND, own.due()).stream()
                .filter(each -> !each.name().equals(own.name()));
        return Stream.concat(others, Stream.of(own)).toList();
    }

    private void say(List<Owned> items, Claim claim) {
        if (items.size() == 1) {
            owed(items.get(0).incident(), items.get(0).item(), claim);
        } else if (!items.isEmpty()) {
            ChannelId to = chat.direct(items.get(0).item().owner());
            chat.post(to, new ActionsOwed(items), claim.key(), claim.isRetry());
        }
    }

    private void counted(Promise each, Outcome outcome) {
        int number = number(each);
        desk.change(each.incident(), (found, at) -> outcome.of(found, number, rule, each.keptAt(at)));
    }

    private Owned owned(Promise each) {
        Incident incident = incidents.get(each.incident());
        int number = number(each);
        return new Owned(incident, incident.action(number), recall.since(incident, number));
    }

    /** What follows from a reminder. */
    @FunctionalInterface
    private interface Outcome {
        Change of(Incident found, int number, ReminderRule rule, Instant at);
    }

    /** Said in the channel, as long as there is one, or to one person. */
    void stuck(Incident incident, Claim claim) {
        ActionItem item = item(incident, claim);
        String[] numberAndPerson = claim.promise().subject().split("/", 2);
        Optional<ChannelId> to = numberAndPerson.length > 1
                ? Optional.of(chat.direct(new UserId(numberAndPerson[1])))
                : incident.room().open();
        to.filter(where -> item.isOpen())
                .ifPresent(where -> chat.post(where, new ActionStuck(incident, item), claim.key(), claim.isRetry()));
    }

    void verify(Incident incident, Claim claim) {
        ActionItem item = item(incident, claim);
        if (item.state() == State.DONE) {
            FollowingUp.verifier(incident, item)
                    .ifPresent(who ->
                            chat.post(chat.direct(who), new ActionDone(incident, item), claim.key(), claim.isRetry()));
        }
    }

    private void owed(Incident incident, ActionItem item, Claim claim) {
        ActionOwed notice = new ActionOwed(incident, item, recall.since(incident, item.number()));
        MessageRef sent = chat.post(chat.direct(item.owner()), notice, claim.key(), claim.isRetry());
        posts.put(incident.id(), "action:" + item.number() + ":" + sent.ts(), sent);
    }

    private static ActionItem item(Incident incident, Claim claim) {
        return incident.action(number(claim.promise()));
    }

    private static int number(Promise promise) {
        return Integer.parseInt(promise.subject().split("/", 2)[0]);
    }
}
