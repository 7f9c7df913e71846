package dev.muster.desk;

import dev.muster.desk.Chat.Gone;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Chore;
import dev.muster.incident.Incident;
import dev.muster.incident.Promise;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What each chore means. Every chore may run twice and must not mind; what to say is read from the database when it is
 * said.
 */
public final class Chores {

    private static final Logger log = LoggerFactory.getLogger(Chores.class);

    private final Incidents incidents;
    private final RoomChores room;
    private final TalkChores talk;
    private final AskChores ask;
    private final BringChores bring;
    private final OutsideChores outside;
    private final ItemChores items;
    private final CareChores care;
    private final CatchUp reading;
    private final ActChores act;
    private final StepChores steps;
    private final RecallChores recall;
    private final ReviewChores reviews;
    private final DraftChores drafts;
    private final DrillChores drills;

    public Chores(
            Incidents incidents,
            RoomChores room,
            TalkChores talk,
            AskChores ask,
            BringChores bring,
            OutsideChores outside,
            ItemChores items,
            CareChores care,
            CatchUp reading,
            ActChores act,
            StepChores steps,
            RecallChores recall,
            ReviewChores reviews,
            DraftChores drafts,
            DrillChores drills) {
        this.drills = drills;
        this.drafts = drafts;
        this.reviews = reviews;
        this.steps = steps;
        this.act = act;
        this.recall = recall;
        this.care = care;
        this.items = items;
        this.outside = outside;
        this.ask = ask;
        this.bring = bring;
        this.reading = reading;
        this.incidents = incidents;
        this.room = room;
        this.talk = talk;
    }

    void perform(Claim claim) {
        Promise promise = claim.promise();
        BiConsumer<Incident, Claim> chore =
                switch (promise.chore()) {
                    case OPEN_CHANNEL -> room::open;
                    case INVITE -> promise.subject().isEmpty() ? inChannel(room::invite) : bring::guests;
                    case CARD -> inChannel(talk::card);
                    case TOPIC -> inChannel(room::topic);
                    case BOOKMARKS -> inChannel(bring::bookmarks);
                    case ANNOUNCE -> talk::announce;
                    case SAY -> inChannel(talk::say);
                    case DUTIES -> talk::duties;
                    case TASKS -> talk::tasks;
                    case WORD -> outside::word;
                    case SERVICES -> inChannel(outside::services);
                    case SIMILAR -> inChannel(recall::similar);
                    case OUTSIDE -> outside::outside;
                    case OFFER -> ask::offer;
                    case PROPOSAL -> inChannel(ask::proposal);
                    case WATCH -> inChannel(ask::watch);
                    case UNANSWERED -> inChannel(ask::unanswered);
                    case STEP -> inChannel(talk::step);
                    case ASK_STEP -> inChannel(steps::ask);
                    case COME_BACK -> steps::comeBack;
                    case WAITED -> steps::waited;
                    case PASS_ON -> steps::passOn;
                    case ACT -> act::act;
                    case OUTPUT -> inChannel(act::output);
                    case PROMPT -> inChannel(talk::prompt);
                    case PRESS -> inChannel(talk::press);
                    case NUDGE -> inChannel(talk::nudge);
                    case CARE -> care::care;
                    case ASSIGNED -> items::assigned;
                    case VERIFY -> items::verify;
                    case REMIND -> items::remind;
                    case STUCK -> items::stuck;
                    case TELL_ORIGINAL -> bring::tellOriginal;
                    case PLEAD -> outside::plead;
                    case CATCH_UP -> inChannel(reading::read);
                    case DRAFTED -> inChannel(reviews::drafted);
                    case MEETING -> reviews::meeting;
                    case PUBLISHED -> reviews::published;
                    case SUGGEST -> drafts::suggest;
                    case DRILL -> drills::look;
                    case INJECT -> inChannel(drills::inject);
                    case SCORE -> inChannel(drills::score);
                    case SEAL -> inChannel(talk::seal);
                    case ARCHIVE -> inChannel(room::archive);
                };
        Incident incident = incidents.get(promise.incident());
        try {
            chore.accept(incident, claim);
        } catch (Gone gone) {
            room.uprooted(incident, gone);
        }
    }

    /** What cannot be done is said: on the timeline, and to whoever waits for the channel. Never throws. */
    void gaveUp(Claim claim, String why) {
        try {
            Incident incident = incidents.get(claim.promise().incident());
            Optional<ChannelId> channel = incident.room().channel();
            if (claim.promise().chore() == Chore.CATCH_UP && channel.isPresent()) {
                reading.gaveUp(incident, channel.get(), why);
            } else {
                room.gaveUp(incident, claim, why);
            }
        } catch (RuntimeException e) {
            log.warn("nobody could be told that {} was given up", claim.key(), e);
        }
    }

    /**
     * Before there is a channel there is nothing to do in it; everything is promised again once it is open. One that is
     * archived can be read.
     */
    private static BiConsumer<Incident, Claim> inChannel(ChannelChore chore) {
        return (incident, claim) -> {
            boolean isReading = claim.promise().chore() == Chore.CATCH_UP;
            Optional<ChannelId> channel =
                    isReading ? incident.room().channel() : incident.room().open();
            channel.ifPresent(open -> chore.perform(incident, open, claim));
        };
    }

    /** A chore that needs the incident's channel. */
    @FunctionalInterface
    private interface ChannelChore {
        void perform(Incident incident, ChannelId channel, Claim claim);
    }
}
