package dev.muster.slack;

import dev.muster.desk.Incidents;
import dev.muster.desk.Incidents.Which;
import dev.muster.desk.Notice.Actions;
import dev.muster.desk.Notice.Listing;
import dev.muster.desk.Notice.Owned;
import dev.muster.desk.Policy;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Incident;
import dev.muster.incident.Stage;
import dev.muster.incident.UserId;
import dev.muster.slack.Answers.HomePage;
import java.util.Comparator;
import java.util.List;

/** Draws a person's own page when they look at it: the open incidents they may know of, and what they have to do. */
public final class Homes {

    private final Incidents incidents;
    private final Answers answers;

    public Homes(Incidents incidents, Answers answers) {
        this.incidents = incidents;
        this.answers = answers;
    }

    public void show(UserId user) {
        List<Incident> seen = incidents.list(Which.ALL).stream()
                .filter(incident -> Policy.maySee(incident, user, new ChannelId(user.value())))
                .toList();
        List<Incident> open = seen.stream()
                .filter(incident -> incident.stage() != Stage.CLOSED)
                .toList();
        List<Owned> mine = seen.stream()
                .flatMap(incident -> incident.actions().stream().map(item -> new Owned(incident, item)))
                .filter(owned -> owned.item().isOpen() && owned.item().owner().equals(user))
                .sorted(Comparator.comparing(owned -> owned.item().due()))
                .toList();
        answers.home(user, new HomePage(new Listing("Open incidents", open), new Actions("Your action items", mine)));
    }
}
