package dev.muster.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An incident as it stands. Values only; what may happen to it is decided by {@link Declaring}, {@link Responding},
 * {@link Finishing} and {@link FollowingUp}.
 *
 * @param version counts commits, so that two people cannot change the same incident unseen
 * @param times the first time that each milestone was reached; never overwritten
 */
public record Incident(
        IncidentId id,
        long version,
        Facts facts,
        Map<Role, UserId> roles,
        Map<Milestone, Instant> times,
        Room room,
        Rhythm rhythm,
        List<ActionItem> actions,
        Conduct conduct) {

    public Incident {
        roles = Map.copyOf(roles);
        times = Map.copyOf(times);
        actions = List.copyOf(actions);
    }

    public String title() {
        return facts.title();
    }

    public Severity severity() {
        return facts.severity();
    }

    public Stage stage() {
        return facts.stage();
    }

    /** How it stands, in words: its stage, or how it ended if not by being resolved. */
    public String standing() {
        return conduct.ending().map(Ending::words).orElse(stage().toString());
    }

    public boolean isDuplicateOf(IncidentId other) {
        return conduct.ending().flatMap(Ending::of).filter(other::equals).isPresent();
    }

    public Optional<UserId> holder(Role role) {
        return Optional.ofNullable(roles.get(role));
    }

    public Optional<Instant> time(Milestone milestone) {
        return Optional.ofNullable(times.get(milestone));
    }

    /** Whether people still work on it: not yet resolved. */
    public boolean isActive() {
        return stage().isActive();
    }

    /** The action item with this number, or a refusal that says where to look. */
    public ActionItem action(int number) {
        return actions.stream()
                .filter(item -> item.number() == number)
                .findFirst()
                .orElseThrow(
                        () -> new Refusal("%s has no action item %d. See `/incident actions`.".formatted(id, number)));
    }

    void requireActive() {
        if (!isActive()) {
            throw new Refusal(
                    "%s is already %s. Nothing was changed. To work on it again: `/incident reopen because …`."
                            .formatted(id, standing()));
        }
    }

    /** Refuses what only makes sense before the incident is closed. */
    public void requireNotClosed() {
        if (stage() == Stage.CLOSED) {
            throw new Refusal("%s is %s. Nothing was changed. To work on it again: `/incident reopen because …`."
                    .formatted(id, standing()));
        }
    }

    Incident with(Facts other) {
        return new Incident(id, version, other, roles, times, room, rhythm, actions, conduct);
    }

    Incident with(Room other) {
        return new Incident(id, version, facts, roles, times, other, rhythm, actions, conduct);
    }

    Incident with(Rhythm other) {
        return new Incident(id, version, facts, roles, times, room, other, actions, conduct);
    }

    Incident with(Conduct other) {
        return new Incident(id, version, facts, roles, times, room, rhythm, actions, other);
    }

    Incident with(Role role, UserId holder) {
        Map<Role, UserId> more = new EnumMap<>(Role.class);
        more.putAll(roles);
        more.put(role, holder);
        return new Incident(id, version, facts, more, times, room, rhythm, actions, conduct);
    }

    Incident without(Role role) {
        Map<Role, UserId> fewer = new EnumMap<>(Role.class);
        fewer.putAll(roles);
        fewer.remove(role);
        return new Incident(id, version, facts, fewer, times, room, rhythm, actions, conduct);
    }

    /** The milestone was reached at that moment, whatever was thought before. */
    Incident correcting(Milestone milestone, Instant at) {
        Map<Milestone, Instant> other = new EnumMap<>(Milestone.class);
        other.putAll(times);
        other.put(milestone, at);
        return new Incident(id, version, facts, roles, other, room, rhythm, actions, conduct);
    }

    /** Nobody knows any more when the milestone was reached. */
    Incident without(Milestone milestone) {
        Map<Milestone, Instant> fewer = new EnumMap<>(Milestone.class);
        fewer.putAll(times);
        fewer.remove(milestone);
        return new Incident(id, version, facts, roles, fewer, room, rhythm, actions, conduct);
    }

    /**
     * The milestone is reached, unless it was before. Where that would put it before what comes before it, or after what
     * comes after it, nobody knows when it was: times that contradict each other help nobody.
     */
    Incident reaching(Milestone milestone, Instant at) {
        Incident bounded = bounded(milestone, at);
        boolean isKnown = time(milestone).isPresent();
        return isKnown || bounded.disordering(milestone, at).isPresent() ? this : bounded.correcting(milestone, at);
    }

    /**
     * With what comes before a milestone no later than that. Only what was taken from the moment of the declaration moves,
     * because nobody said anything else; what somebody said stays.
     */
    Incident bounded(Milestone milestone, Instant at) {
        Incident bounded = this;
        for (Milestone earlier : Milestone.values()) {
            boolean isAssumed = time(earlier).equals(Optional.of(facts.declaredAt()));
            if (earlier.compareTo(milestone) < 0
                    && isAssumed
                    && facts.declaredAt().isAfter(at)) {
                bounded = bounded.correcting(earlier, at);
            }
        }
        return bounded;
    }

    /** A milestone that would be on the wrong side of this one, if this one was at that moment. */
    Optional<Milestone> disordering(Milestone milestone, Instant at) {
        return Arrays.stream(Milestone.values())
                .filter(other -> time(other)
                        .filter(moment -> milestone.compareTo(other) < 0 && at.isAfter(moment)
                                || milestone.compareTo(other) > 0 && at.isBefore(moment))
                        .isPresent())
                .findFirst();
    }

    Incident withActions(List<ActionItem> items) {
        return new Incident(id, version, facts, roles, times, room, rhythm, items, conduct);
    }

    Incident replacing(ActionItem changed) {
        List<ActionItem> items = new ArrayList<>(actions);
        items.replaceAll(item -> item.number() == changed.number() ? changed : item);
        return withActions(items);
    }
}
