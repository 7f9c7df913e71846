package dev.muster.slack;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.muster.desk.Inbox;
import dev.muster.desk.Incidents;
import dev.muster.desk.Posts;
import dev.muster.incident.ChannelId;
import dev.muster.incident.MessageRef;
import dev.muster.secrets.Secrets;
import dev.muster.timeline.Fields;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes events in, whichever way they came: keeps those that belong to an incident, durably, before it answers. What is
 * said in channels without an incident is not kept anywhere.
 */
public final class Intake {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    /** No longer than any database can look up. */
    private static final Predicate<String> EVENT_ID =
            Pattern.compile("[!-~]{1,200}").asMatchPredicate();

    private static final Set<String> EVERYWHERE = Set.of("app_home_opened", "channel_id_changed");

    private final Inbox inbox;
    private final Incidents incidents;
    private final Posts posts;
    private final Secrets secrets;
    private final InstantSource clock;
    private final Runnable wake;

    /** Whether events were turned away that Slack may not bring again. Whoever starts reads everything anyway. */
    private final AtomicBoolean missed = new AtomicBoolean();

    /** Channels that were seen to be incidents'; once they are, they stay so. */
    private final Set<ChannelId> known = ConcurrentHashMap.newKeySet();

    /** @param wake tells whoever works the inbox that there is something in it */
    public Intake(Inbox inbox, Incidents incidents, Posts posts, Secrets secrets, InstantSource clock, Runnable wake) {
        this.secrets = secrets;
        this.inbox = inbox;
        this.incidents = incidents;
        this.posts = posts;
        this.clock = clock;
        this.wake = wake;
    }

    /** What Slack is told. */
    record Answer(int status, String body) {
        static final Answer OK = new Answer(200, "");
        static final Answer BAD = new Answer(400, "");
        static final Answer LATER = new Answer(503, "");
    }

    /** Takes a signed request that is no form. What is to be kept is durable when the answer is there. */
    CompletableFuture<Answer> take(Fields request, String text) {
        return switch (request.plain("type")) {
            case "url_verification" -> completedFuture(new Answer(200, request.plain("challenge")));
            case "event_callback" -> event(request, text);
            case "app_rate_limited" -> rateLimited();
            case "" -> completedFuture(Answer.BAD);
            default -> completedFuture(Answer.OK);
        };
    }

    private CompletableFuture<Answer> event(Fields request, String text) {
        Optional<String> id = request.text("event_id").filter(EVENT_ID);
        if (id.isEmpty() || request.object("event").equals(Fields.NONE)) {
            return completedFuture(Answer.BAD);
        }
        try {
            return concernsUs(request.object("event"))
                    ? keep(id.get(), Clean.of(request, text, secrets).text())
                    : completedFuture(Answer.OK);
        } catch (RuntimeException e) {
            return completedFuture(later(id.get(), e));
        }
    }

    private CompletableFuture<Answer> keep(String id, String body) {
        return inbox.keep(id, body, clock.instant()).handle((fresh, trouble) -> {
            if (trouble != null) {
                return later(id, trouble);
            }
            if (fresh) {
                wake.run();
            }
            return Answer.OK;
        });
    }

    private Answer later(String id, Throwable trouble) {
        missed.set(true);
        log.error("could not keep event {}; Slack will send it again", id, trouble);
        return Answer.LATER;
    }

    private boolean concernsUs(Fields event) {
        Optional<ChannelId> channel = channel(event);
        return EVERYWHERE.contains(event.plain("type"))
                || channel.filter(this::isIncidents).isPresent()
                || isOnOurPost(event, channel)
                || isMarkInDirectMessage(event, channel);
    }

    /** A message of ours can be marked in the moment before it is noted which one it is. */
    private static boolean isMarkInDirectMessage(Fields event, Optional<ChannelId> channel) {
        return Gestures.isMark(event) && channel.filter(Intake::isDirect).isPresent();
    }

    /** While a channel is being opened, its first events come before Slack has told its id. */
    private boolean isIncidents(ChannelId channel) {
        if (known.contains(channel) || incidents.isIncidents(channel)) {
            known.add(channel);
            return true;
        }
        return !isDirect(channel) && incidents.awaitsChannel();
    }

    /** A conversation with one person is never an incident's channel. */
    static boolean isDirect(ChannelId channel) {
        return channel.value().startsWith("D");
    }

    private boolean isOnOurPost(Fields event, Optional<ChannelId> channel) {
        String ts = event.object("item").plain("ts");
        return !ts.isEmpty()
                && channel.flatMap(in -> posts.find(new MessageRef(in, ts))).isPresent();
    }

    /** The channel an event is about, wherever its kind carries it. */
    static Optional<ChannelId> channel(Fields event) {
        return event.text("channel")
                .or(() -> event.text("channel_id"))
                .or(() -> event.object("channel").text("id"))
                .or(() -> event.object("item").text("channel"))
                .or(() -> shared(event))
                .filter(id -> !id.isBlank())
                .map(ChannelId::new);
    }

    /** A deleted file names all channels that it was shared in. */
    private static Optional<String> shared(Fields event) {
        return event.object().get("channel_ids") instanceof List<?> ids && !ids.isEmpty()
                ? Optional.of(String.valueOf(ids.get(0)))
                : Optional.empty();
    }

    /**
     * To be called when rows can be written: after events were turned away the open channels are read again, because Slack gives
     * up sooner than a disk is emptied.
     */
    public void makeUp() {
        if (missed.compareAndSet(true, false)) {
            log.warn("events were turned away; the channels are read again");
            rateLimited();
        }
    }

    /** Slack drops events in that minute, so the open channels are read again. */
    private CompletableFuture<Answer> rateLimited() {
        return keep("app_rate_limited:" + clock.instant().toEpochMilli(), "{\"type\":\"app_rate_limited\"}");
    }
}
