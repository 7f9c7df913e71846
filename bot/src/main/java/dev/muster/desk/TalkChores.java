package dev.muster.desk;

import dev.muster.desk.Notice.Announcement;
import dev.muster.desk.Notice.Card;
import dev.muster.desk.Notice.Duties;
import dev.muster.desk.Notice.RoleEmpty;
import dev.muster.desk.Notice.Sealed;
import dev.muster.desk.Notice.StepShown;
import dev.muster.desk.Notice.Text;
import dev.muster.desk.Notice.Told;
import dev.muster.desk.Notice.UpdateOwed;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Handbook.SeverityRule;
import dev.muster.incident.Incident;
import dev.muster.incident.MessageRef;
import dev.muster.incident.Responding;
import dev.muster.incident.Role;
import dev.muster.incident.UserId;
import dev.muster.runbook.Run;
import java.time.InstantSource;
import java.util.List;

/** The chores that say something: each looks at how things stand now, says that, and says it once. */
public final class TalkChores {

    private final IncidentDesk desk;
    private final Timelines timelines;
    private final RunDesk runs;
    private final Posts posts;
    private final Boards boards;
    private final Chat chat;
    private final House house;
    private final InstantSource clock;
    private final Sparing sparing;

    public TalkChores(
            IncidentDesk desk,
            Timelines timelines,
            RunDesk runs,
            Posts posts,
            Chat chat,
            House house,
            InstantSource clock) {
        this.desk = desk;
        this.timelines = timelines;
        this.runs = runs;
        this.posts = posts;
        this.boards = new Boards(posts, chat);
        this.chat = chat;
        this.house = house;
        this.clock = clock;
        this.sparing = new Sparing(clock);
    }

    /** Of what has ended the last word is shown at once. */
    void card(Incident incident, ChannelId channel, Claim claim) {
        if (incident.isActive()) {
            sparing.require(incident.id());
        }
        boolean isNew = posts.find(incident.id(), "card:" + channel).isEmpty();
        MessageRef card = boards.show(incident, channel, "card:" + channel, new Card(incident), claim);
        if (isNew || claim.isRetry()) {
            chat.pin(card);
        }
    }

    /** Private incidents are announced to nobody; of one that was made private the announcement is taken back. */
    void announce(Incident incident, Claim claim) {
        if (incident.facts().isPrivate()) {
            posts.find(incident.id(), "announcement")
                    .ifPresent(message -> chat.update(message, new Text(incident.id() + " is private now.")));
        } else {
            ChannelId lobby = chat.channel(house.announce());
            boards.show(incident, lobby, "announcement", new Announcement(incident), claim);
        }
    }

    void say(Incident incident, ChannelId channel, Claim claim) {
        timelines
                .find(incident.id(), Long.parseLong(claim.promise().subject()))
                .ifPresent(row -> chat.post(channel, new Told(incident, row), claim.key(), claim.isRetry()));
    }

    void seal(Incident incident, ChannelId channel, Claim claim) {
        chat.post(channel, new Sealed(incident, timelines.head(incident.id())), claim.key(), claim.isRetry());
    }

    void duties(Incident incident, Claim claim) {
        Role role = Role.find(claim.promise().subject()).orElseThrow();
        incident.holder(role).ifPresent(holder -> {
            MessageRef sent =
                    chat.post(chat.direct(holder), duties(incident, role, holder), claim.key(), claim.isRetry());
            posts.put(incident.id(), dutiesOf(role, holder), sent);
        });
    }

    /** The checklist is brought up to date where its holder has it. */
    void tasks(Incident incident, Claim claim) {
        Role role = Role.find(claim.promise().subject()).orElseThrow();
        incident.holder(role).ifPresent(holder -> posts.find(incident.id(), dutiesOf(role, holder))
                .ifPresent(message -> chat.update(message, duties(incident, role, holder))));
    }

    private Duties duties(Incident incident, Role role, UserId holder) {
        return new Duties(incident, role, house.handbook().rule(role), holder);
    }

    private static String dutiesOf(Role role, UserId holder) {
        return "duties:" + role + ":" + holder;
    }

    void step(Incident incident, ChannelId channel, Claim claim) {
        String[] runAndStep = claim.promise().subject().split("/", 2);
        Run run = runs.get(incident.id(), Integer.parseInt(runAndStep[0]));
        StepShown shown = runs.shown(incident, run, runs.version(run).step(runAndStep[1]));
        boards.show(incident, channel, "step:" + claim.promise().subject() + ":" + channel, shown, claim);
    }

    /** Asks for an update if one is owed, and sees to it that it is asked for again. */
    void prompt(Incident incident, ChannelId channel, Claim claim) {
        long missed = incident.rhythm()
                .missed(
                        clock.instant(),
                        house.handbook().rule(incident.severity()).updateEvery());
        if (incident.isActive() && missed > 0) {
            chat.post(channel, new UpdateOwed(incident, missed, List.of()), claim.key(), claim.isRetry());
        }
        desk.change(
                incident.id(),
                (found, at) -> Responding.prompted(
                        found, house.handbook(), claim.promise().keptAt(at)));
    }

    /** Nobody is pressed who has spoken meanwhile. */
    void press(Incident incident, ChannelId channel, Claim claim) {
        SeverityRule rule = house.handbook().rule(incident.severity());
        long missed = incident.rhythm().missed(clock.instant(), rule.updateEvery());
        if (incident.isActive() && missed > 0) {
            boolean isUp = claim.promise().subject().equals(Responding.UP);
            ChannelId to = isUp ? channel : chat.direct(speaker(incident));
            UpdateOwed notice = new UpdateOwed(incident, missed, isUp ? rule.escalation() : List.of());
            chat.post(to, notice, claim.key(), claim.isRetry());
        }
    }

    private static UserId speaker(Incident incident) {
        return incident.holder(Role.COMMS)
                .or(() -> incident.holder(Role.IC))
                .orElse(incident.facts().declaredBy().id());
    }

    void nudge(Incident incident, ChannelId channel, Claim claim) {
        Role role = Role.find(claim.promise().subject()).orElseThrow();
        if (incident.isActive() && incident.holder(role).isEmpty()) {
            RoleEmpty notice = new RoleEmpty(incident, role, house.handbook().rule(role));
            chat.post(channel, notice, claim.key(), claim.isRetry());
        }
    }
}
