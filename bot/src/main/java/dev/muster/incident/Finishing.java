package dev.muster.incident;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How an incident ends, and how it goes on after all. Pure decisions. */
public final class Finishing {

    private Finishing() {}

    /** The service is restored and stable (T4). Nobody is asked for updates any more. */
    public static Change resolve(
            Incident incident, Optional<String> summary, Actor by, Handbook handbook, Instant happened, Instant at) {
        incident.requireActive();
        Incident after = incident.with(incident.facts().with(Stage.RESOLVED))
                .with(incident.rhythm()
                        .ended(happened, handbook.rule(incident.severity()).updateEvery()))
                .reaching(Milestone.MITIGATED, happened)
                .reaching(Milestone.RESTORED, happened);
        Entry entry = stage(incident, Stage.RESOLVED, by, happened, summary);
        Change change = Showing.farAndWide(quiet(Change.to(after).saying(entry)), at)
                .promising(Chore.DRAFTED, at)
                .promising(Chore.SEAL, at);
        Change watched = Watching.from(
                scored(change, at).keeping(Chore.CARE, Watch.UNCLOSED.toString()), Watch.UNCLOSED, handbook, at);
        return Watching.learning(watched, handbook, at);
    }

    /**
     * Nothing more will be said in the channel: it is caught up with a last time, and archived.
     *
     * @param anyway why it is closed although something that the settings ask for is missing
     * @throws Refusal that says what is missing, unless there is such a reason
     */
    public static Change close(Incident incident, Optional<String> anyway, Actor by, Handbook handbook, Instant at) {
        incident.requireNotClosed();
        if (incident.isActive()) {
            throw new Refusal("%s is still %s. Nothing was changed. Resolve it first: `/incident resolve`."
                    .formatted(incident.id(), incident.stage()));
        }
        List<String> missing = Assessing.missing(incident, handbook.closing());
        if (!missing.isEmpty() && anyway.isEmpty()) {
            throw new Refusal(
                    "%s cannot be closed yet: its record lacks %s. Nothing was changed. To close it as it is: `/incident %d close anyway because …`."
                            .formatted(
                                    incident.id(),
                                    String.join(", ", missing),
                                    incident.id().number()));
        }
        return scored(away(incident, stage(incident, Stage.CLOSED, by, at, anyway), at), at);
    }

    /** A rehearsal that is over shows what it came to. */
    private static Change scored(Change change, Instant at) {
        return change.incident().facts().drill() ? change.promising(Chore.SCORE, at) : change;
    }

    /** It was none: a false alarm. It is put away as it is, with nothing restored. */
    public static Change cancel(Incident incident, String reason, Actor by, Instant at) {
        incident.requireActive();
        Ending ending = Ending.cancelled(reason);
        Entry entry = ended(incident, ending, " because " + reason, by, at).with("reason", reason);
        return away(incident.with(incident.conduct().ending(Optional.of(ending))), entry, at);
    }

    /** It goes on in another, which is told of it. Both histories stay; this one is put away. */
    public static Change duplicate(Incident incident, Incident original, Actor by, Instant at) {
        incident.requireActive();
        requireOriginal(incident, original);
        Ending ending = Ending.duplicate(original.id());
        Entry entry = ended(incident, ending, "", by, at)
                .with("duplicateOf", original.id().toString());
        return away(incident.with(incident.conduct().ending(Optional.of(ending))), entry, at)
                .promising(Promise.toOriginal(incident.id(), original.id(), by.id(), at));
    }

    /**
     * What the other incident is told, with the names of those who may know more. Who works on a private one is nobody
     * else's business.
     *
     * <p>Two that were each closed as a duplicate of the other at the same moment would leave nothing to go on in: the
     * older one is taken up again.
     *
     * @param people those who hold a role in the duplicate, with their roles
     */
    public static Change duplicated(
            Incident original, Incident duplicate, List<String> people, Actor by, Handbook handbook, Instant at) {
        boolean bothClosed =
                original.isDuplicateOf(duplicate.id()) && original.id().compareTo(duplicate.id()) < 0;
        Change change = bothClosed
                ? reopen(original, duplicate.id() + " was closed as its duplicate, too", by, handbook, at)
                : Change.none(original);
        Entry entry = duplicate(duplicate, people, by, at);
        return change.saying(change.incident().stage() == Stage.CLOSED ? entry : entry.asTold());
    }

    private static Entry duplicate(Incident duplicate, List<String> people, Actor by, Instant at) {
        boolean named = !people.isEmpty() && !duplicate.facts().isPrivate();
        String who = named ? " Who worked on it: " + String.join(", ", people) + "." : "";
        return Entry.of(at, Kind.LINK, by, "%s is a duplicate of this one.%s".formatted(duplicate.id(), who))
                .with("duplicate", duplicate.id().toString())
                .asKey();
    }

    private static void requireOriginal(Incident incident, Incident original) {
        if (original.id().equals(incident.id())) {
            throw new Refusal(
                    "%s cannot be a duplicate of itself. Nothing was changed. Name the other incident: `/incident %d duplicate of INC-7`."
                            .formatted(incident.id(), incident.id().number()));
        }
        original.conduct().ending().flatMap(Ending::of).ifPresent(of -> {
            String advice = of.equals(incident.id())
                    ? "There is nothing to do."
                    : "Say: `/incident %d duplicate of %s`."
                            .formatted(incident.id().number(), of);
            throw new Refusal(
                    "%s is itself a duplicate of %s. Nothing was changed. %s".formatted(original.id(), of, advice));
        });
        if (original.stage() == Stage.CLOSED) {
            throw new Refusal(
                    "%s is %s, so nothing goes on there. Nothing was changed. Reopen it first: `/incident %d reopen because …`."
                            .formatted(
                                    original.id(),
                                    original.standing(),
                                    original.id().number()));
        }
    }

    /** Whatever is left to say or to ask is left out; the channel is read a last time. */
    private static Change away(Incident incident, Entry entry, Instant at) {
        Incident after = incident.with(incident.facts().with(Stage.CLOSED))
                .with(incident.rhythm().owingNothing());
        return Showing.farAndWide(quiet(Change.to(after).saying(entry)), at)
                .promising(Promise.toReadToTheEnd(incident.id(), at));
    }

    private static Entry ended(Incident incident, Ending ending, String more, Actor by, Instant at) {
        return Entry.of(at, Kind.STAGE, by, "Stage %s → %s%s".formatted(incident.stage(), ending.words(), more))
                .with("from", incident.stage().toString())
                .with("to", Stage.CLOSED.toString())
                .with("ending", ending.cause().name().toLowerCase(Locale.ROOT))
                .asKey()
                .asTold();
    }

    /** All that was said in a closed incident's channel is on the record: it is sealed, and put away. */
    public static Change readToTheEnd(Incident incident, Instant at) {
        Change none = Change.none(incident);
        return incident.stage() == Stage.CLOSED && !incident.room().archived()
                ? none.promising(Chore.SEAL, at).promising(Chore.ARCHIVE, at)
                : none;
    }

    /** The channel is archived. If it was reopened meanwhile, it needs another. */
    public static Change archived(Incident incident, Instant at) {
        return incident.isActive()
                ? Change.to(incident.with(Room.unopened(incident.room().video())))
                        .promising(Chore.OPEN_CHANNEL, at)
                : Change.to(incident.with(incident.room().closed()));
    }

    /** It was not over: back to investigating. An archived channel stays archived, so a new one is opened. */
    public static Change reopen(Incident incident, String reason, Actor by, Handbook handbook, Instant at) {
        if (incident.isActive()) {
            throw new Refusal(
                    "%s is %s, not resolved. There is nothing to reopen.".formatted(incident.id(), incident.stage()));
        }
        Instant due = at.plus(handbook.rule(incident.severity()).updateEvery());
        Incident active = incident.with(incident.facts().with(Stage.INVESTIGATING))
                .with(incident.conduct().ending(Optional.empty()))
                .with(incident.rhythm().owing(due));
        Entry entry = stage(incident, Stage.INVESTIGATING, by, at, Optional.of(reason))
                .with("reason", reason);
        Change again = active.room().archived() ? moved(active, entry, at) : back(active, entry, due, handbook, at);
        return parting(incident, going(again, at), by, at);
    }

    /** In a rehearsal that goes on, things go on happening. */
    private static Change going(Change change, Instant at) {
        Incident incident = change.incident();
        return incident.facts().drill()
                ? change.promising(Promise.toDrill(incident.id(), Chore.DRILL, "", at))
                : change;
    }

    /** An archived channel stays archived. */
    private static Change moved(Incident active, Entry entry, Instant at) {
        return Change.to(active.with(Room.unopened(active.room().video())))
                .saying(entry)
                .promising(Chore.OPEN_CHANNEL, at);
    }

    private static Change back(Incident active, Entry entry, Instant due, Handbook handbook, Instant at) {
        Change change =
                Change.to(active).saying(entry).withdrawing(Chore.ARCHIVE, "").promising(Chore.PROMPT, due);
        return Showing.farAndWide(nudging(change, handbook, at), at);
    }

    /** The one that it was taken for a duplicate of is told that it goes on by itself. */
    private static Change parting(Incident before, Change change, Actor by, Instant at) {
        return before.conduct()
                .ending()
                .flatMap(Ending::of)
                .map(of -> change.promising(Promise.toOriginal(before.id(), of, by.id(), at)))
                .orElse(change);
    }

    /** What the other is told when it turns out to be another thing after all. */
    public static Change parted(Incident original, Incident other, Actor by, Instant at) {
        Entry entry = Entry.of(at, Kind.LINK, by, "%s is no duplicate of this one after all".formatted(other.id()))
                .with("parted", other.id().toString())
                .asKey();
        return Change.none(original).saying(original.stage() == Stage.CLOSED ? entry : entry.asTold());
    }

    static Change nudging(Change change, Handbook handbook, Instant at) {
        Change nudging = Watching.on(Showing.watching(change, Criterion.LASTING, handbook, at), handbook, at);
        for (Role role : Role.values()) {
            if (change.incident().holder(role).isEmpty()) {
                Instant due = at.plus(handbook.nudgeRolesAfter());
                nudging = nudging.promising(Promise.toRoom(change.incident().id(), Chore.NUDGE, role.toString(), due));
            }
        }
        return nudging;
    }

    private static Entry stage(Incident incident, Stage to, Actor by, Instant happened, Optional<String> text) {
        String said = text.map(words -> ": " + words).orElse("");
        Entry entry = Entry.of(happened, Kind.STAGE, by, "Stage %s → %s%s".formatted(incident.stage(), to, said))
                .with("from", incident.stage().toString())
                .with("to", to.toString());
        return text.map(words -> entry.with("text", words))
                .orElse(entry)
                .asKey()
                .asTold();
    }

    private static Change quiet(Change change) {
        Change quiet = Watching.off(Responding.atEase(change.withdrawing(Chore.PROMPT, "")));
        for (Criterion criterion : Criterion.values()) {
            quiet = quiet.withdrawing(Chore.WATCH, criterion.toString());
        }
        for (Role role : Role.values()) {
            quiet = quiet.withdrawing(Chore.NUDGE, role.toString()).withdrawing(Chore.UNANSWERED, role.toString());
        }
        return quiet;
    }
}
