package dev.muster.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Takes back what somebody has just done by mistake, as far as nobody can have relied on it yet. Pure decisions. What was
 * done stays on the timeline, with the line that takes it back.
 */
public final class Undoing {

    /** How long after it was done something can be taken back. */
    public static final Duration WHILE = Duration.ofMinutes(10);

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final Set<Kind> KINDS = Set.of(Kind.SEVERITY, Kind.STAGE, Kind.ROLE, Kind.NOTE);

    private Undoing() {}

    /** Whether a line of the timeline tells of something that can be taken back. */
    public static boolean isUndoable(Entry line) {
        boolean named = line.kind() != Kind.NOTE || line.data().containsKey("milestone");
        return KINDS.contains(line.kind())
                && named
                && line.data().containsKey(TO)
                && !line.data().containsKey("undone");
    }

    /**
     * Puts things as they were before the line.
     *
     * @param before who held the role, for a line about a role that somebody held
     * @throws Refusal if they are no longer as the line left them
     */
    public static Change undo(
            Incident incident, Entry line, Optional<Actor> before, Actor by, Handbook handbook, Instant at) {
        incident.requireNotClosed();
        return switch (line.kind()) {
            case SEVERITY -> severity(incident, line, by, handbook, at);
            case STAGE -> stage(incident, line, by, handbook, at);
            case ROLE -> role(incident, line, before, by, handbook, at);
            default -> time(incident, line, by, at);
        };
    }

    private static Change severity(Incident incident, Entry line, Actor by, Handbook handbook, Instant at) {
        requireStill(value(line, TO).equals(incident.severity().toString()), incident, "severity");
        Severity back = Severity.parse(value(line, FROM));
        return undone(Responding.severity(incident, back, Optional.of("that was a mistake"), by, handbook, at));
    }

    private static Change stage(Incident incident, Entry line, Actor by, Handbook handbook, Instant at) {
        requireStill(value(line, TO).equals(incident.stage().toString()), incident, "stage");
        Stage from = Stage.find(value(line, FROM)).orElseThrow();
        Incident back = incident.with(incident.facts().with(from));
        for (Milestone milestone : Milestone.values()) {
            boolean wasReachedByIt = milestone.compareTo(from.reached()) > 0
                    && incident.time(milestone).equals(Optional.of(line.at()));
            back = wasReachedByIt ? back.without(milestone) : back;
        }
        Entry entry = Entry.of(
                        at, Kind.STAGE, by, "Stage %s → %s: that was a mistake".formatted(incident.stage(), from))
                .with(FROM, incident.stage().toString())
                .with(TO, from.toString())
                .asKey()
                .asTold();
        return undone(goingOn(Change.to(back).saying(entry), incident, handbook, at));
    }

    /** If it was resolved, updates are owed again, and if it is being mitigated, it is watched whether that helps. */
    private static Change goingOn(Change change, Incident before, Handbook handbook, Instant at) {
        Incident back = change.incident();
        Change watching = back.stage() == Stage.MITIGATING
                ? Showing.watching(change, Criterion.UNMITIGATED, handbook, at)
                : change;
        if (before.isActive()) {
            return Showing.farAndWide(watching, at);
        }
        Instant due = at.plus(handbook.rule(back.severity()).updateEvery());
        Change owing = watching.become(back.with(back.rhythm().owing(due))).promising(Chore.PROMPT, due);
        return Showing.farAndWide(Finishing.nudging(owing, handbook, at), at);
    }

    private static Change role(
            Incident incident, Entry line, Optional<Actor> before, Actor by, Handbook handbook, Instant at) {
        Role role = Role.find(value(line, "role")).orElseThrow();
        requireStill(
                incident.holder(role)
                        .map(UserId::value)
                        .filter(value(line, TO)::equals)
                        .isPresent(),
                incident,
                role.title());
        return undone(before.map(actor -> Responding.assign(incident, role, actor, by, at))
                .orElseGet(() -> freed(incident, role, by, handbook, at)));
    }

    private static Change freed(Incident incident, Role role, Actor by, Handbook handbook, Instant at) {
        Entry entry = Entry.of(at, Kind.ROLE, by, "Nobody is %s after all".formatted(role.title()))
                .with("role", role.toString())
                .with(FROM, incident.holder(role).map(UserId::value).orElse(""))
                .asKey()
                .asTold();
        Instant due = at.plus(handbook.nudgeRolesAfter());
        return Showing.everywhere(
                Change.to(incident.without(role))
                        .saying(entry)
                        .withdrawing(Chore.DUTIES, role.toString())
                        .promising(Promise.toRoom(incident.id(), Chore.NUDGE, role.toString(), due)),
                at);
    }

    private static Change time(Incident incident, Entry line, Actor by, Instant at) {
        Milestone milestone = Milestone.find(value(line, "milestone")).orElseThrow();
        requireStill(
                incident.time(milestone)
                        .map(Instant::toString)
                        .filter(value(line, TO)::equals)
                        .isPresent(),
                incident,
                milestone.code());
        String from = value(line, FROM);
        return undone(
                from.isEmpty()
                        ? Assessing.forget(incident, milestone, by, at)
                        : Assessing.time(incident, milestone, Instant.parse(from), by, at));
    }

    /** Marks the lines, so that taking back is not itself taken back by pressing twice. */
    private static Change undone(Change change) {
        return change.retelling(entry -> entry.with("undone", true));
    }

    private static void requireStill(boolean still, Incident incident, String what) {
        if (!still) {
            throw new Refusal("The %s of %s has been changed since. Nothing was changed. See `/incident %d status`."
                    .formatted(what, incident.id(), incident.id().number()));
        }
    }

    private static String value(Entry line, String name) {
        return String.valueOf(line.data().getOrDefault(name, ""));
    }
}
