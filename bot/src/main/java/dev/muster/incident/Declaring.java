package dev.muster.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** How an incident comes into being: declared at once, its channel opened as soon as Slack allows. Pure decisions. */
public final class Declaring {

    private Declaring() {}

    public static Change declare(IncidentId id, Declaration said, Instant at) {
        Instant began = said.began().orElse(at);
        if (began.isAfter(at)) {
            throw new Refusal("The impact cannot begin in the future. Nothing was declared. Leave `--at` out for now.");
        }
        Incident incident = new Incident(
                        id,
                        0,
                        facts(said, at),
                        holders(said),
                        Map.of(),
                        Room.unopened(said.video()),
                        Rhythm.SILENT,
                        List.of(),
                        Conduct.NONE.with(Impact.on(said.services())))
                .reaching(Milestone.BEGAN, began)
                .reaching(Milestone.DETECTED, at);
        Change change = Change.to(incident).saying(declared(id, said, began, at));
        for (Role role : said.roles().keySet()) {
            change = change.saying(
                    Responding.given(role, Objects.requireNonNull(said.roles().get(role)), said.by(), at));
        }
        Change told = change.promising(Chore.OPEN_CHANNEL, at).promising(Promise.toLobby(id, Chore.ANNOUNCE, at));
        return said.drill() ? told.promising(Promise.toDrill(id, Chore.DRILL, "", at)) : told;
    }

    /** The channel is there: everything that lives in it is promised. Telling it twice changes nothing. */
    public static Change opened(Incident incident, ChannelId channel, String name, Handbook handbook, Instant at) {
        if (incident.room().channel().isPresent()) {
            return Change.none(incident);
        }
        Instant due = at.plus(handbook.rule(incident.severity()).updateEvery());
        Incident open = incident.with(incident.room().opened(channel, name))
                .with(incident.isActive() ? incident.rhythm().owing(due) : incident.rhythm());
        Change change = Change.to(open)
                .saying(Entry.ofBot(at, Kind.BOT, "Opened the channel #" + name).with("channel", channel.value()))
                .promising(Promise.toRoom(incident.id(), Chore.CARD, "", at))
                .promising(Chore.TOPIC, at)
                .promising(Chore.BOOKMARKS, at)
                .promising(Chore.INVITE, at)
                .promising(Promise.toLobby(incident.id(), Chore.ANNOUNCE, at))
                .promising(Chore.PROMPT, due)
                .promising(Promise.toRead(incident.id(), at));
        change = Watching.on(change.promising(Chore.SERVICES, at).promising(Chore.SIMILAR, at), handbook, at);
        change = Assessing.hitting(change, incident.with(incident.conduct().with(Impact.UNKNOWN)), handbook, at);
        change = Showing.watching(change, Criterion.UNCLEAR, handbook, at);
        return withRoles(Showing.watching(change, Criterion.LASTING, handbook, at), handbook, at);
    }

    /** After a pause: the channel is opened if it never was, and what was said in it meanwhile is fetched. */
    public static Change resumed(Incident incident, Instant at) {
        Change none = Change.none(incident);
        if (incident.room().channel().isEmpty()) {
            return none.promising(Chore.OPEN_CHANNEL, at);
        }
        return none.promising(Promise.toRead(incident.id(), at));
    }

    /** The same channel has another id from now on. */
    public static Change moved(Incident incident, ChannelId to, Instant at) {
        return Change.to(
                        incident.with(incident.room().opened(to, incident.room().name())))
                .saying(Entry.ofBot(at, Kind.BOT, "The channel's id changed").with("channel", to.value()));
    }

    private static Change withRoles(Change opened, Handbook handbook, Instant at) {
        Change change = opened;
        for (Role role : Role.values()) {
            IncidentId id = opened.incident().id();
            change = opened.incident()
                    .holder(role)
                    .map(holder -> Promise.toPerson(id, Chore.DUTIES, role.toString(), holder, at))
                    .or(() -> Optional.of(
                            Promise.toRoom(id, Chore.NUDGE, role.toString(), at.plus(handbook.nudgeRolesAfter()))))
                    .map(change::promising)
                    .orElseThrow();
        }
        return change;
    }

    private static Map<Role, UserId> holders(Declaration said) {
        return said.roles().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, given -> given.getValue()
                .id()));
    }

    private static Facts facts(Declaration said, Instant at) {
        return new Facts(
                said.shortTitle(),
                said.severity(),
                Stage.DETECTED,
                said.isPrivate(),
                said.drill(),
                said.by(),
                at,
                false);
    }

    private static Entry declared(IncidentId id, Declaration said, Instant began, Instant at) {
        Entry entry = Entry.of(at, Kind.DECLARED, said.by(), said.title())
                .with("severity", said.severity().toString())
                .with("began", began.toString())
                .with("incident", id.toString())
                .asKey();
        Entry hit = said.services().isEmpty() ? entry : entry.with("services", said.services());
        Entry alerted = said.labels().isEmpty() ? hit : hit.with("labels", Labels.write(said.labels()));
        return said.drill() ? alerted.with("drill", true) : alerted;
    }
}
