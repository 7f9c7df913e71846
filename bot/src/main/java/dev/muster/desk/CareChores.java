package dev.muster.desk;

import dev.muster.desk.Notice.Choice;
import dev.muster.desk.Notice.Suggested;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Handbook;
import dev.muster.incident.Handbook.WatchRule;
import dev.muster.incident.Incident;
import dev.muster.incident.Uprooting;
import dev.muster.incident.Watch;
import dev.muster.incident.Watching;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The chore that speaks of what has not happened: an incident that stands still is easily forgotten. */
public final class CareChores {

    private final IncidentDesk desk;
    private final Timelines timelines;
    private final Chat chat;
    private final Handbook handbook;
    private final InstantSource clock;

    public CareChores(IncidentDesk desk, Timelines timelines, Chat chat, Handbook handbook, InstantSource clock) {
        this.desk = desk;
        this.timelines = timelines;
        this.chat = chat;
        this.handbook = handbook;
        this.clock = clock;
    }

    /** Says it, and sees to it that it is said again; if somebody has spoken, the silence counts from then. */
    void care(Incident incident, Claim claim) {
        Watch watch = Watch.valueOf(claim.promise().subject().toUpperCase(Locale.ROOT));
        place(incident, watch).ifPresent(where -> care(incident, watch, where, claim));
    }

    /** Where nobody reads any more, whoever led is asked what was learned. */
    private Optional<ChannelId> place(Incident incident, Watch watch) {
        return watch.outlives() && incident.room().open().isEmpty()
                ? Optional.of(chat.direct(Uprooting.asked(incident)))
                : incident.room().open();
    }

    private void care(Incident incident, Watch watch, ChannelId channel, Claim claim) {
        Instant now = clock.instant();
        WatchRule rule = handbook.watch(watch);
        Optional<Instant> spoken = watch == Watch.SILENCE
                ? timelines.lastMessage(incident.id()).filter(at -> at.plus(rule.after())
                        .isAfter(now))
                : Optional.empty();
        if (watch.holds(incident) && spoken.isEmpty()) {
            String line = ":eyes: *%s*: %s".formatted(incident.id(), Markup.escape(rule.words(), 1000));
            chat.post(channel, new Suggested(line, choices(incident, watch)), claim.key(), claim.isRetry());
        }
        desk.change(incident.id(), (found, at) -> Watching.again(found, watch, handbook, spoken.orElse(at)));
    }

    private static List<Choice> choices(Incident incident, Watch watch) {
        String id = incident.id() + " ";
        return switch (watch) {
            case STAGE -> List.of(new Choice("Stage", id + "stage"), new Choice("Post update", id + "update"));
            case SILENCE -> List.of(new Choice("Post update", id + "update"), new Choice("Brief me", id + "brief"));
            case OPEN -> List.of(new Choice("Resolve", id + "resolve"), new Choice("Post update", id + "update"));
            case MEETING ->
                List.of(
                        new Choice("Set a date", "form " + id + "meet"),
                        new Choice("See the draft", id + "postmortem"));
            case REVIEW ->
                List.of(
                        new Choice("See the draft", id + "postmortem"),
                        new Choice("Write what led to it", "form " + id + "write causes"));
            case UNCLOSED -> List.of(new Choice("Close", id + "close"), new Choice("Action item", id + "action"));
        };
    }
}
