package dev.muster.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What people do while an incident is on: pure decisions on an {@link Incident}, by the {@link Handbook}. */
public final class Responding {

    /** Whoever should give an update is asked in person. */
    public static final String DIRECT = "direct";

    /** Those above are called. */
    public static final String UP = "up";

    private Responding() {}

    public static Change severity(
            Incident incident, Severity to, Optional<String> reason, Actor by, Handbook handbook, Instant at) {
        incident.requireActive();
        Severity from = incident.severity();
        if (to == from) {
            return Change.none(incident);
        }
        Instant due = at.plus(handbook.rule(to).updateEvery());
        Entry entry = Entry.of(at, Kind.SEVERITY, by, "Severity %s → %s%s".formatted(from, to, because(reason)))
                .with("from", from.toString())
                .with("to", to.toString());
        Incident after =
                incident.with(incident.facts().with(to)).with(incident.rhythm().owing(due));
        Change change = Change.to(after)
                .saying(reason.map(why -> entry.with("reason", why))
                        .orElse(entry)
                        .asKey()
                        .asTold())
                .promising(Chore.PROMPT, due)
                .promising(Chore.INVITE, at)
                .promising(Chore.SERVICES, at);
        return Showing.farAndWide(change, at);
    }

    /** Moves on (or back) to another stage of the response; to be resolved, see {@link Finishing#resolve}. */
    public static Change stage(
            Incident incident,
            Stage to,
            Optional<String> text,
            Actor by,
            Handbook handbook,
            Instant happened,
            Instant at) {
        incident.requireActive();
        if (to == incident.stage()) {
            return Change.none(incident);
        }
        Entry entry = Entry.of(happened, Kind.STAGE, by, "Stage %s → %s%s".formatted(incident.stage(), to, colon(text)))
                .with("from", incident.stage().toString())
                .with("to", to.toString());
        Incident after = incident.with(incident.facts().with(to)).reaching(to.reached(), happened);
        Change change = Change.to(after)
                .saying(text.map(said -> entry.with("text", said))
                        .orElse(entry)
                        .asKey()
                        .asTold());
        Change watched = Watching.from(change, Watch.STAGE, handbook, at);
        return Showing.farAndWide(
                to == Stage.MITIGATING ? Showing.watching(watched, Criterion.UNMITIGATED, handbook, at) : watched, at);
    }

    /** Takes a role that nobody else holds: of several who press at once, one gets it, and the others are told who. */
    public static Change take(Incident incident, Role role, Actor by, Instant at) {
        incident.requireNotClosed();
        incident.holder(role).filter(holder -> !holder.equals(by.id())).ifPresent(holder -> {
            throw new Refusal(
                    "{who} is %s of %s already. Nothing was changed. They can hand it over: `/incident handover %s @you`. If they cannot be reached: `/incident role %s @you`."
                            .formatted(role.title(), incident.id(), role, role),
                    Optional.of(holder));
        });
        return assign(incident, role, by, by, at);
    }

    /** Gives a role to a person, who may be the one who asks. */
    public static Change assign(Incident incident, Role role, Actor holder, Actor by, Instant at) {
        incident.requireNotClosed();
        return incident.holder(role).equals(Optional.of(holder.id()))
                ? Change.none(incident)
                : holding(incident, role, holder.id(), given(role, holder, by, at), at);
    }

    /** Somebody has a role from now on, however they came by it; the line is told with whom they have it from. */
    static Change holding(Incident incident, Role role, UserId holder, Entry entry, Instant at) {
        Entry line = incident.holder(role)
                .map(before -> entry.with("from", before.value()))
                .orElse(entry);
        Incident after = incident.with(role, holder).with(incident.conduct().settling(role));
        Change change = Change.to(after)
                .saying(line.asTold())
                .withdrawing(Chore.NUDGE, role.toString())
                .withdrawing(Chore.UNANSWERED, role.toString())
                .promising(Chore.INVITE, at)
                .promising(Promise.toPerson(incident.id(), Chore.DUTIES, role.toString(), holder, at));
        return Showing.everywhere(HandingOver.answering(change, incident, role, at), at);
    }

    /**
     * A status update. The next one is owed after {@code next}, or after what the severity asks for.
     *
     * @param outside the request's own key, by which the line is found when it is said outside, too
     */
    public static Change update(
            Incident incident,
            String text,
            Optional<Duration> next,
            Optional<String> outside,
            Actor by,
            Handbook handbook,
            Instant at) {
        Change inside = update(incident, text, next, by, handbook, at);
        return outside.map(key -> inside.retelling(
                                entry -> entry.with("public", true).from(Origin.of(key)))
                        .promising(Promise.toRoom(incident.id(), Chore.OUTSIDE, key, at)))
                .orElse(inside);
    }

    /** The words for outside are in the channel; now each audience that reads somewhere else gets its own. */
    public static Change outside(Incident incident, String key, List<String> audiences, Instant at) {
        Change change = Change.none(incident);
        for (String audience : audiences) {
            change = change.promising(
                    new Promise(incident.id(), Chore.OUTSIDE, audience + " " + key, "outside:" + audience, at));
        }
        return change;
    }

    /** The same, said to nobody outside. */
    public static Change update(
            Incident incident, String text, Optional<Duration> next, Actor by, Handbook handbook, Instant at) {
        incident.requireNotClosed();
        StatusUpdate update = new StatusUpdate(text, at, by);
        Duration every = handbook.rule(incident.severity()).updateEvery();
        Rhythm rhythm = incident.rhythm().after(update, every);
        Entry entry = Entry.of(at, Kind.UPDATE, by, text)
                .with("stage", incident.stage().toString())
                .asKey()
                .asTold();
        if (!incident.isActive()) {
            return Showing.farAndWide(Change.to(incident.with(rhythm)).saying(entry), at);
        }
        Instant due = at.plus(next.orElse(every));
        Change change =
                Change.to(incident.with(rhythm.owing(due))).saying(entry).promising(Chore.PROMPT, due);
        return Showing.farAndWide(atEase(change), at);
    }

    /** The channel has been asked for an update; it will be again. Asking does not change what is owed. */
    public static Change prompted(Incident incident, Handbook handbook, Instant at) {
        if (!incident.isActive()) {
            return Change.none(incident);
        }
        Instant usual = at.plus(handbook.rule(incident.severity()).updateEvery());
        Instant next = incident.rhythm().due().filter(at::isBefore).orElse(usual);
        Change change = Change.none(incident).promising(Chore.PROMPT, next);
        return pressing(
                pressing(change, DIRECT, handbook.press().direct(), at),
                UP,
                handbook.press().up(),
                at);
    }

    /** Counted from when it was owed, so that asking more often does not put it off; once that is past, from now. */
    private static Change pressing(Change change, String how, Duration after, Instant at) {
        return change.incident()
                .rhythm()
                .due()
                .filter(owed -> !owed.isAfter(at))
                .map(owed -> owed.plus(after).isAfter(at) ? owed.plus(after) : at.plus(after))
                .map(due -> Promise.toRoom(change.incident().id(), Chore.PRESS, how, due))
                .map(change::promising)
                .orElse(change);
    }

    /** Nobody is pressed for an update any more: it was given, put off, or is not owed. */
    static Change atEase(Change change) {
        return change.withdrawing(Chore.PRESS, DIRECT).withdrawing(Chore.PRESS, UP);
    }

    /** Nobody is asked for an update for a while. Of two who press at once, one has done it. */
    public static Change snooze(Incident incident, Duration pause, Actor by, Instant at) {
        incident.requireActive();
        Instant due = at.plus(pause);
        if (incident.rhythm().isDueAbout(due)) {
            return Change.none(incident);
        }
        return atEase(Change.to(incident.with(incident.rhythm().owing(due))))
                .saying(Entry.of(at, Kind.NOTE, by, "Snoozed the status update for " + Words.of(pause)))
                .promising(Chore.PROMPT, due)
                .promising(Chore.CARD, at);
    }

    /**
     * Something worth remembering, in the words of whoever says it, as a note or a decision.
     *
     * @param about the message that it is made from
     */
    public static Change remark(
            Incident incident, Kind kind, String text, Optional<MessageRef> about, Actor by, Instant happened) {
        incident.requireNotClosed();
        Entry entry = Entry.of(happened, kind, by, text)
                .from(new Origin(Optional.empty(), about, Optional.empty()))
                .asKey();
        return Change.none(incident).saying(kind == Kind.NOTE ? entry : entry.asTold());
    }

    /** The line that says who has a role. */
    static Entry given(Role role, Actor holder, Actor by, Instant at) {
        return Entry.of(at, Kind.ROLE, by, "%s is %s".formatted(holder.name(), role.title()))
                .with("role", role.toString())
                .with("to", holder.id().value())
                .asKey();
    }

    private static String because(Optional<String> reason) {
        return reason.map(why -> " because " + why).orElse("");
    }

    private static String colon(Optional<String> text) {
        return text.map(said -> ": " + said).orElse("");
    }
}
