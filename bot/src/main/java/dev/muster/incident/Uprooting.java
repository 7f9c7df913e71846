package dev.muster.incident;

import java.time.Instant;
import java.util.Optional;

/** What others do to an incident's channel: it is archived, deleted, made private, or the bot is put out. Pure decisions. */
public final class Uprooting {

    private Uprooting() {}

    /**
     * Nothing can be said in the channel any more. While people work on the incident it needs another one; Slack lets no
     * bot take a channel out of the archive.
     *
     * @param how e.g. {@code archived}
     */
    public static Change gone(Incident incident, ChannelId channel, String how, Optional<Actor> by, Instant at) {
        if (!isSpokenIn(incident, channel)) {
            return Change.none(incident);
        }
        Entry entry = line(done(incident, how, by), by, at);
        return incident.isActive()
                ? Change.to(incident.with(Room.unopened(incident.room().video())))
                        .saying(entry.saying(entry.text() + "; another one is opened")
                                .asTold())
                        .promising(Chore.OPEN_CHANNEL, at)
                : Change.to(incident.with(incident.room().closed())).saying(entry);
    }

    /** The bot was put out: what is said from now on is not written down until it is let in again. */
    public static Change putOut(Incident incident, ChannelId channel, Optional<Actor> by, Instant at) {
        if (!isSpokenIn(incident, channel)) {
            return Change.none(incident);
        }
        String text = "Muster was put out of the channel%s; it hears nothing until it is let in".formatted(who(by));
        return Change.none(incident)
                .saying(line(text, by, at))
                .promising(Promise.toPerson(incident.id(), Chore.PLEAD, "", asked(incident), at));
    }

    /** Who can let the bot in again. */
    public static UserId asked(Incident incident) {
        return incident.holder(Role.IC).orElse(incident.facts().declaredBy().id());
    }

    /** From now on nobody knows of it who has no part in it. */
    public static Change madePrivate(Incident incident, ChannelId channel, Optional<Actor> by, Instant at) {
        boolean isIts = incident.room().channel().equals(Optional.of(channel));
        if (!isIts || incident.facts().isPrivate()) {
            return Change.none(incident);
        }
        return Change.to(incident.with(incident.facts().hidden()))
                .saying(line(done(incident, "made private", by), by, at).asTold())
                .promising(Chore.CARD, at)
                .promising(Promise.toLobby(incident.id(), Chore.ANNOUNCE, at));
    }

    /** What was archived before, or put away with its incident, concerns nobody any more. */
    private static boolean isSpokenIn(Incident incident, ChannelId channel) {
        return incident.room().open().equals(Optional.of(channel)) && incident.stage() != Stage.CLOSED;
    }

    private static String done(Incident incident, String how, Optional<Actor> by) {
        return "The channel #%s was %s%s".formatted(incident.room().name(), how, who(by));
    }

    private static String who(Optional<Actor> by) {
        return by.map(actor -> " by " + actor.name()).orElse("");
    }

    private static Entry line(String text, Optional<Actor> by, Instant at) {
        Entry entry = Entry.ofBot(at, Kind.BOT, text);
        return by.map(actor -> entry.with("by", actor.id().value())).orElse(entry);
    }
}
