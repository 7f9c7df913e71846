package dev.muster.incident;

import java.time.Instant;
import java.util.Optional;

/** How an incident ends, and how it goes on after all. Pure decisions. */
public final class Finishing {

    private Finishing() {}

    /** The service is restored and stable (T4). Nobody is asked for updates any more. */
    public static Change resolve(Incident incident, Optional<String> summary, Actor by, Instant happened, Instant at) {
        incident.requireActive();
        Incident after = incident.with(incident.facts().with(Stage.RESOLVED))
                .with(incident.rhythm().owingNothing())
                .reaching(Milestone.MITIGATED, happened)
                .reaching(Milestone.RESTORED, happened);
        Entry entry = stage(incident, Stage.RESOLVED, by, happened, summary);
        return Showing.everywhere(quiet(Change.to(after).saying(entry)), at).promising(Chore.SEAL, at);
    }

    /** Nothing more will be said in the channel: it is caught up with a last time, and archived. */
    public static Change close(Incident incident, Actor by, Instant at) {
        incident.requireNotClosed();
        if (incident.isActive()) {
            throw new Refusal("%s is still %s. Nothing was changed. Resolve it first: `/incident resolve`."
                    .formatted(incident.id(), incident.stage()));
        }
        Incident after = incident.with(incident.facts().with(Stage.CLOSED));
        Change change = quiet(Change.to(after).saying(stage(incident, Stage.CLOSED, by, at, Optional.empty())));
        return Showing.everywhere(change, at).promising(Promise.toRead(incident.id(), at));
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
                .with(incident.rhythm().owing(due));
        Entry entry = stage(incident, Stage.INVESTIGATING, by, at, Optional.of(reason))
                .with("reason", reason);
        if (incident.room().archived()) {
            return Change.to(active.with(Room.unopened(incident.room().video())))
                    .saying(entry)
                    .promising(Chore.OPEN_CHANNEL, at);
        }
        Change change =
                Change.to(active).saying(entry).withdrawing(Chore.ARCHIVE, "").promising(Chore.PROMPT, due);
        return Showing.everywhere(nudging(change, handbook, at), at);
    }

    private static Change nudging(Change change, Handbook handbook, Instant at) {
        Change nudging = Showing.watching(change, Criterion.LASTING, handbook, at);
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
        Change quiet = change.withdrawing(Chore.PROMPT, "");
        for (Criterion criterion : Criterion.values()) {
            quiet = quiet.withdrawing(Chore.WATCH, criterion.toString());
        }
        for (Role role : Role.values()) {
            quiet = quiet.withdrawing(Chore.NUDGE, role.toString()).withdrawing(Chore.UNANSWERED, role.toString());
        }
        return quiet;
    }
}
