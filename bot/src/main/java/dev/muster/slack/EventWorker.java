package dev.muster.slack;

import dev.muster.desk.Chat.NotNow;
import dev.muster.desk.Inbox;
import dev.muster.desk.Inbox.Letter;
import dev.muster.desk.Incidents;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.timeline.Fields;
import dev.muster.timeline.Reducer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works what Slack sent into the record. Events may come in any order and more than once. */
public final class EventWorker {

    private static final Logger log = LoggerFactory.getLogger(EventWorker.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration PARKED = Duration.ofMinutes(10);
    private static final Duration REMEMBERED = Duration.ofDays(7);
    private static final int BATCH = 200;
    private static final int PATIENCE = 20;

    /** How often a mark on a message that is not known is looked at again. */
    private static final int EARLY = 4;

    private final Inbox inbox;
    private final Incidents incidents;
    private final Directory directory;
    private final Workspace workspace;
    private final Gestures gestures;
    private final ChannelNews news;
    private final Warnings warnings;
    private final SharedElsewhere elsewhere;
    private final InstantSource clock;

    public EventWorker(
            Inbox inbox,
            Incidents incidents,
            ChannelNews news,
            Directory directory,
            Workspace workspace,
            Gestures gestures,
            Answers answers,
            Web web,
            InstantSource clock) {
        this.inbox = inbox;
        this.incidents = incidents;
        this.news = news;
        this.directory = directory;
        this.workspace = workspace;
        this.gestures = gestures;
        this.warnings = new Warnings(answers);
        this.elsewhere = new SharedElsewhere(web);
        this.clock = clock;
    }

    /** Works through what waits, and says how many events that was. One that cannot be worked in holds up no other. */
    public int work() {
        List<Letter> letters = inbox.take(clock.instant(), LEASE, BATCH);
        if (!letters.isEmpty() && !worked(letters)) {
            letters.stream().filter(letter -> !worked(List.of(letter))).forEach(this::postpone);
        }
        return letters.size();
    }

    /** A letter with what is in it. */
    private record Mail(Letter letter, Fields request) {

        static Mail open(Letter letter) {
            return new Mail(letter, JsonBody.parse(letter.body()).orElse(Fields.NONE));
        }

        Fields event() {
            return request.object("event");
        }
    }

    private boolean worked(List<Letter> letters) {
        try {
            Finds finds = new Finds();
            List<Mail> read = letters.stream()
                    .map(Mail::open)
                    .filter(mail -> read(mail, finds))
                    .toList();
            read.stream().filter(mail -> !mail.letter().again()).forEach(this::act);
            inbox.done(read.stream().map(Mail::letter).toList(), finds.lines, clock.instant());
            return true;
        } catch (RuntimeException e) {
            log.error("could not work in {} events", letters.size(), e);
            return false;
        }
    }

    /** What some letters come to. Each channel is looked up once. */
    private final class Finds {
        final Map<IncidentId, List<Entry>> lines = new LinkedHashMap<>();
        private final Map<ChannelId, Optional<Incident>> rooms = new HashMap<>();

        Optional<Incident> incident(Optional<ChannelId> channel) {
            return channel.flatMap(in -> rooms.computeIfAbsent(in, incidents::findByChannel));
        }

        void add(Incident incident, List<Entry> entries) {
            lines.computeIfAbsent(incident.id(), id -> new ArrayList<>()).addAll(entries);
        }
    }

    private void postpone(Letter letter) {
        inbox.later(letter, clock.instant().plusSeconds(10L * letter.attempts()), "see the log");
    }

    /**
     * Forgets what events said, and later, when Slack no longer sends them again, that they were.
     *
     * @param keepRaw how long what they said is kept after it was worked in
     */
    public void forgetOld(Duration keepRaw) {
        Instant saidBefore = clock.instant().minus(keepRaw);
        Instant doneBefore = clock.instant().minus(REMEMBERED);
        inbox.forget(saidBefore, saidBefore.isBefore(doneBefore) ? saidBefore : doneBefore);
    }

    /** Whether the event is worked in; if not, it waits. */
    private boolean read(Mail mail, Finds finds) {
        Letter letter = mail.letter();
        try {
            Optional<ChannelId> channel = Intake.channel(mail.event());
            Optional<Incident> incident = finds.incident(channel);
            if (incident.isEmpty()
                    && channel.filter(in -> !Intake.isDirect(in)).isPresent()
                    && mayBecomeKnown(letter)) {
                inbox.later(letter, clock.instant().plusSeconds(letter.attempts()), "its channel is not known yet");
                return false;
            }
            if (letter.attempts() <= EARLY && gestures.isEarly(mail.event(), botIn(mail))) {
                inbox.later(letter, clock.instant().plusMillis(500), "it is not known yet which message that is");
                return false;
            }
            incident.ifPresent(known -> finds.add(known, reducer(mail).reduce(told(mail))));
            return true;
        } catch (NotNow trouble) {
            inbox.later(
                    letter,
                    clock.instant().plusSeconds(Math.max(1, trouble.pause().toSeconds())),
                    trouble.toString());
            return false;
        } catch (RuntimeException bug) {
            log.error("could not read event {}", letter.eventId(), bug);
            inbox.later(letter, clock.instant().plus(Duration.ofMinutes(1)), bug.toString());
            return false;
        }
    }

    /** The event with what Slack has to be asked for, as long as there is patience for it. */
    private Fields told(Mail mail) {
        return mail.letter().attempts() < PATIENCE ? elsewhere.told(mail.event()) : mail.event();
    }

    private boolean mayBecomeKnown(Letter letter) {
        Instant parkedUntil = letter.receivedAt().plus(PARKED);
        return clock.instant().isBefore(parkedUntil) && incidents.awaitsChannel();
    }

    /** The envelope says who the bot is, so that the record does not wait for Slack's API to be reachable. */
    private Reducer reducer(Mail mail) {
        return new Reducer(
                workspace.self(botIn(mail)).toldBy(mail.request()),
                directory.names(mail.letter().attempts() < PATIENCE));
    }

    private static String botIn(Mail mail) {
        return mail.request().list("authorizations").stream()
                .findFirst()
                .map(authorization -> authorization.plain("user_id"))
                .orElse("");
    }

    private void act(Mail mail) {
        if (mail.request().plain("type").equals("app_rate_limited")) {
            catchUpEverywhere();
        }
        news.heard(mail.event());
        gestures.act(mail.event(), mail.letter().eventId());
        warnings.warn(mail.request());
    }

    /** Promises to read the channels of all incidents that are not closed again, and to open those that have none. */
    public void catchUpEverywhere() {
        news.catchUpEverywhere();
    }

    /** Frees what people hold who are in the workspace no longer. */
    public void freeRolesOfTheGone() {
        news.freeRolesOfTheGone();
    }
}
