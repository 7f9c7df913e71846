package dev.muster.desk;

import dev.muster.desk.Notice.Escalation;
import dev.muster.desk.Notice.Offered;
import dev.muster.desk.Notice.Proposed;
import dev.muster.desk.Notice.Unanswered;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Criterion;
import dev.muster.incident.Handbook;
import dev.muster.incident.Incident;
import dev.muster.incident.Proposing;
import dev.muster.incident.Role;
import dev.muster.incident.UserId;
import java.util.List;
import java.util.Locale;

/** The chores that ask somebody for a yes or a no, and show what has become of it. */
public final class AskChores {

    private final Briefing briefing;
    private final Boards boards;
    private final Chat chat;
    private final Handbook handbook;

    public AskChores(Briefing briefing, Posts posts, Chat chat, Handbook handbook) {
        this.handbook = handbook;
        this.briefing = briefing;
        this.boards = new Boards(posts, chat);
        this.chat = chat;
    }

    /** The subject is the role and whom it was offered to. An offer that is gone is shown as such, where it was made. */
    void offer(Incident incident, Claim claim) {
        String[] roleAndPerson = claim.promise().subject().split("/", 2);
        Role role = Role.find(roleAndPerson[0]).orElseThrow();
        UserId to = new UserId(roleAndPerson[1]);
        Offered offered = new Offered(briefing.of(incident), role, to);
        boards.show(incident, chat.direct(to), "offer:" + claim.promise().subject(), offered, claim);
    }

    void unanswered(Incident incident, ChannelId channel, Claim claim) {
        Role role = Role.find(claim.promise().subject()).orElseThrow();
        incident.conduct()
                .offer(role)
                .ifPresent(offer ->
                        chat.post(channel, new Unanswered(incident, role, offer), claim.key(), claim.isRetry()));
    }

    void watch(Incident incident, ChannelId channel, Claim claim) {
        Criterion criterion = Criterion.valueOf(claim.promise().subject().toUpperCase(Locale.ROOT));
        if (criterion.holds(incident, handbook.services())) {
            Escalation escalation =
                    new Escalation(incident, criterion, handbook.rule(incident.severity()), contacts(incident));
            chat.post(channel, escalation, claim.key(), claim.isRetry());
        }
    }

    private List<String> contacts(Incident incident) {
        return handbook.services().of(incident.conduct().impact().services()).stream()
                .filter(service -> !service.escalation().isEmpty())
                .map(service -> service.name() + ": " + String.join(" → ", service.escalation()))
                .toList();
    }

    void proposal(Incident incident, ChannelId channel, Claim claim) {
        int number = Integer.parseInt(claim.promise().subject());
        Proposed proposed = new Proposed(incident, Proposing.proposal(incident, number));
        boards.show(incident, channel, "proposal:" + number + ":" + channel, proposed, claim);
    }
}
