package dev.muster.slack;

import dev.muster.desk.Incidents;
import dev.muster.desk.Incidents.Which;
import dev.muster.desk.Notice.Owned;
import dev.muster.desk.Part;
import dev.muster.desk.Policy;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Incident;
import dev.muster.incident.UserId;
import dev.muster.slack.view.HomeView;
import java.util.List;
import java.util.function.Supplier;

/** Draws a person's own page when they look at it: what they lead, what they owe, and the open incidents they may know of. */
public final class Homes {

    private final Incidents incidents;
    private final Policy policy;
    private final Supplier<List<Part>> parts;
    private final Answers answers;

    /** @param parts how the bot is, for admins */
    public Homes(Incidents incidents, Policy policy, Supplier<List<Part>> parts, Answers answers) {
        this.incidents = incidents;
        this.policy = policy;
        this.parts = parts;
        this.answers = answers;
    }

    public void show(UserId user) {
        List<Incident> open = seen(user, incidents.list(Which.NOT_CLOSED));
        List<Incident> mine = open.stream()
                .filter(incident -> incident.roles().containsValue(user))
                .toList();
        answers.home(
                user,
                new HomeView.Page(
                        user,
                        mine,
                        open,
                        Owned.open(
                                seen(user, incidents.owing()),
                                owned -> owned.item().owner().equals(user)),
                        policy.isAdmin(user) ? parts.get() : List.of()));
    }

    private static List<Incident> seen(UserId user, List<Incident> all) {
        return all.stream()
                .filter(incident -> Policy.maySee(incident, user, new ChannelId(user.value())))
                .toList();
    }
}
