package dev.muster.desk;

import dev.muster.desk.Notice.ActionDone;
import dev.muster.desk.Notice.ActionOwed;
import dev.muster.desk.Notice.ActionStuck;
import dev.muster.incident.ActionItem;
import dev.muster.incident.ActionItem.State;
import dev.muster.incident.ChannelId;
import dev.muster.incident.FollowingUp;
import dev.muster.incident.Handbook.ReminderRule;
import dev.muster.incident.Incident;
import dev.muster.incident.MessageRef;
import dev.muster.incident.UserId;
import java.util.Optional;

/** The chores that see to it that action items get done: each looks at how the item stands now. */
public final class ItemChores {

    private final IncidentDesk desk;
    private final Posts posts;
    private final Chat chat;
    private final ReminderRule rule;

    public ItemChores(IncidentDesk desk, Posts posts, Chat chat, ReminderRule rule) {
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

    void remind(Incident incident, Claim claim) {
        ActionItem item = item(incident, claim);
        if (item.isOpen()) {
            owed(incident, item, claim);
        }
        desk.change(incident.id(), (found, at) -> FollowingUp.reminded(found, item.number(), rule, at));
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
        MessageRef sent =
                chat.post(chat.direct(item.owner()), new ActionOwed(incident, item), claim.key(), claim.isRetry());
        posts.put(incident.id(), "action:" + item.number() + ":" + sent.ts(), sent);
    }

    private static ActionItem item(Incident incident, Claim claim) {
        return incident.action(Integer.parseInt(claim.promise().subject().split("/", 2)[0]));
    }
}
