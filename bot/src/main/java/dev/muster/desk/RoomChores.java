package dev.muster.desk;

import dev.muster.desk.Chat.Gone;
import dev.muster.desk.Chat.NotNow;
import dev.muster.desk.Chat.Opened;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Chore;
import dev.muster.incident.Declaring;
import dev.muster.incident.Entry;
import dev.muster.incident.Finishing;
import dev.muster.incident.Incident;
import dev.muster.incident.Kind;
import dev.muster.incident.Origin;
import dev.muster.incident.Role;
import dev.muster.incident.Stage;
import dev.muster.incident.Uprooting;
import dev.muster.incident.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The chores around the channel itself: open it, furnish it, bring people in, and put it away. */
public final class RoomChores {

    private final Incidents incidents;
    private final IncidentDesk desk;
    private final Chat chat;
    private final House house;
    private final InstantSource clock;

    public RoomChores(Incidents incidents, IncidentDesk desk, Chat chat, House house, InstantSource clock) {
        this.incidents = incidents;
        this.desk = desk;
        this.chat = chat;
        this.house = house;
        this.clock = clock;
    }

    void open(Incident incident, Claim claim) {
        if (incident.room().channel().isEmpty()) {
            Opened opened = chat.open(incident, claim.isRetry());
            desk.change(
                    incident.id(),
                    (found, at) -> Declaring.opened(found, opened.channel(), opened.name(), house.handbook(), at));
        }
    }

    void invite(Incident incident, ChannelId channel, Claim claim) {
        Set<String> wanted = new LinkedHashSet<>();
        wanted.add(incident.facts().declaredBy().id().value());
        for (Role role : Role.values()) {
            incident.holder(role).map(UserId::value).ifPresent(wanted::add);
        }
        wanted.addAll(house.handbook().rule(incident.severity()).invite());
        house.handbook()
                .services()
                .of(incident.conduct().impact().services())
                .forEach(service -> wanted.addAll(service.owners()));
        List<Entry> failures = chat.invite(channel, new ArrayList<>(wanted)).failures().stream()
                .map(why -> Entry.ofBot(clock.instant(), Kind.BOT, why).asTold().from(Origin.of("invite:" + why)))
                .toList();
        incidents.record(incident.id(), failures);
    }

    void topic(Incident incident, ChannelId channel, Claim claim) {
        chat.topic(channel, Topic.of(incident), Topic.purpose(incident));
    }

    void archive(Incident incident, ChannelId channel, Claim claim) {
        if (incident.stage() == Stage.CLOSED) {
            chat.archive(channel);
            desk.change(incident.id(), Finishing::archived);
        }
    }

    /**
     * Nobody said that the channel is gone; it was found out by speaking. What was to be said waits for another one.
     *
     * @throws Gone if it is not the incident's own, or if nobody needs another
     */
    void uprooted(Incident incident, Gone gone) {
        Incident after = desk.change(
                incident.id(), (found, at) -> Uprooting.gone(found, gone.channel(), gone.how(), Optional.empty(), at));
        if (after.isActive() && after.room().channel().isEmpty()) {
            throw NotNow.untried(String.valueOf(gone.getMessage()), Duration.ofSeconds(1));
        }
        throw gone;
    }

    /** An incident without a channel is its declarer's business at once. */
    void gaveUp(Incident incident, Claim claim, String why) {
        Chore chore = claim.promise().chore();
        String text = "Could not " + chore.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + why;
        Entry entry = Entry.ofBot(clock.instant(), Kind.BOT, text).from(Origin.of("given-up:" + claim.key()));
        incidents.record(incident.id(), List.of(entry));
        if (chore == Chore.OPEN_CHANNEL) {
            String line =
                    "*%s* is declared, but I cannot open its channel: %s Everything said with its number works: `/incident %d status`."
                            .formatted(
                                    incident.id(),
                                    Markup.escape(why),
                                    incident.id().number());
            ChannelId direct = chat.direct(incident.facts().declaredBy().id());
            chat.post(direct, new Notice.Text(line), claim.key() + "/given-up", claim.isRetry());
        }
    }
}
