package dev.muster.slack;

import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Incidents;
import dev.muster.desk.Incidents.Which;
import dev.muster.desk.Promises;
import dev.muster.incident.Actor;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Declaring;
import dev.muster.incident.HandingOver;
import dev.muster.incident.Incident;
import dev.muster.incident.Uprooting;
import dev.muster.incident.UserId;
import dev.muster.timeline.Fields;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What happens to the channels of incidents, and to those who are in them, without a word to the bot. */
public final class ChannelNews {

    private final Incidents incidents;
    private final IncidentDesk desk;
    private final Promises promises;
    private final Directory directory;
    private final Workspace workspace;
    private final InstantSource clock;

    public ChannelNews(
            Incidents incidents,
            IncidentDesk desk,
            Promises promises,
            Directory directory,
            Workspace workspace,
            InstantSource clock) {
        this.clock = clock;
        this.promises = promises;
        this.incidents = incidents;
        this.desk = desk;
        this.directory = directory;
        this.workspace = workspace;
    }

    /** Slack tells some of it twice, as an event and as a message; what has been heard changes nothing. */
    void heard(Fields event) {
        String what = event.plain("type").equals("message") ? event.plain("subtype") : event.plain("type");
        switch (what) {
            case "member_joined_channel" -> joined(event);
            case "member_left_channel" -> left(event);
            case "channel_left", "group_left" -> putOut(event);
            case "channel_archive", "group_archive" -> gone(event, "archived");
            case "channel_deleted", "group_deleted" -> gone(event, "deleted");
            case "channel_convert_to_private" -> hidden(event);
            case "channel_id_changed" -> moved(event);
            default -> {
                // Nothing but a line of the record.
            }
        }
    }

    /** Let in again, the bot reads what it missed, and says what it could not say. */
    private void joined(Fields event) {
        if (event.text("user").filter(this::isMyself).isPresent()) {
            incident(event).ifPresent(incident -> {
                promises.tryAgain(List.of(incident.id()), clock.instant());
                catchUp(incident);
            });
        }
    }

    private void left(Fields event) {
        Optional<Actor> who = actor(event, "user");
        incident(event)
                .filter(incident -> who.isPresent())
                .ifPresent(incident ->
                        desk.change(incident.id(), (found, at) -> HandingOver.left(found, who.orElseThrow(), at)));
    }

    private void putOut(Fields event) {
        Optional<Actor> by = actor(event, "actor_id").or(() -> actor(event, "user"));
        at(
                event,
                (incident, channel) ->
                        desk.change(incident.id(), (found, at) -> Uprooting.putOut(found, channel, by, at)));
    }

    /** What the bot archives itself it knows of. */
    private void gone(Fields event, String how) {
        Optional<Actor> by = actor(event, "user").or(() -> actor(event, "actor_id"));
        if (by.map(Actor::id).map(UserId::value).filter(this::isMyself).isEmpty()) {
            at(
                    event,
                    (incident, channel) ->
                            desk.change(incident.id(), (found, at) -> Uprooting.gone(found, channel, how, by, at)));
        }
    }

    private void hidden(Fields event) {
        Optional<Actor> by = actor(event, "user");
        at(
                event,
                (incident, channel) ->
                        desk.change(incident.id(), (found, at) -> Uprooting.madePrivate(found, channel, by, at)));
    }

    /** A channel keeps its incident under its new id. */
    private void moved(Fields event) {
        Optional<ChannelId> from = channel(event, "old_channel_id");
        Optional<ChannelId> to = channel(event, "new_channel_id");
        from.filter(old -> to.isPresent())
                .flatMap(incidents::findByChannel)
                .ifPresent(incident ->
                        desk.change(incident.id(), (found, at) -> Declaring.moved(found, to.orElseThrow(), at)));
    }

    /** Promises to read the channels of all incidents that are not closed again, and to open those that have none. */
    void catchUpEverywhere() {
        incidents.list(Which.NOT_CLOSED).forEach(this::catchUp);
    }

    private void catchUp(Incident incident) {
        desk.change(incident.id(), Declaring::resumed);
    }

    /** Frees what people hold who are in the workspace no longer. */
    void freeRolesOfTheGone() {
        List<Incident> active = incidents.list(Which.ACTIVE);
        active.stream()
                .flatMap(incident -> incident.roles().values().stream())
                .distinct()
                .filter(directory::isGone)
                .forEach(gone -> free(gone, active));
    }

    private void free(UserId gone, List<Incident> active) {
        active.stream()
                .filter(incident -> incident.roles().containsValue(gone))
                .forEach(incident -> desk.change(
                        incident.id(),
                        (found, at) ->
                                HandingOver.gone(found, directory.get(gone).actor(), at)));
    }

    private Optional<Incident> incident(Fields event) {
        return Intake.channel(event).flatMap(incidents::findByChannel);
    }

    private void at(Fields event, Deed deed) {
        Intake.channel(event)
                .ifPresent(channel -> incidents.findByChannel(channel).ifPresent(found -> deed.on(found, channel)));
    }

    private boolean isMyself(String user) {
        return workspace.userId().equals(user);
    }

    private Optional<Actor> actor(Fields event, String name) {
        return event.text(name).filter(id -> !id.isBlank()).map(UserId::new).map(id -> directory
                .get(id)
                .actor());
    }

    private static Optional<ChannelId> channel(Fields event, String name) {
        return event.text(name).filter(id -> !id.isBlank()).map(ChannelId::new);
    }

    /** What follows for the incident whose channel it is. */
    @FunctionalInterface
    private interface Deed {
        void on(Incident incident, ChannelId channel);
    }
}
