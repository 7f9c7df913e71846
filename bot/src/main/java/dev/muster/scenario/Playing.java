package dev.muster.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Decides what happens when. The same seed and the same deeds of people give the same again. Pure. */
public final class Playing {

    /** People are answered, at the latest, so long after they did what is waited for. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Scenario scenario;
    private final Drill drill;

    public Playing(Scenario scenario, Drill drill) {
        this.scenario = scenario;
        this.drill = drill;
    }

    /**
     * Something whose moment has come.
     *
     * @param time 1 when it happens for the first time
     * @param moment when it should have happened
     */
    public record Due(Inject inject, int time, Instant moment) {}

    /** What has come, in the order of its moments. */
    public List<Due> due(Situation situation) {
        return all().flatMap(inject -> moment(inject, situation).stream())
                .filter(due -> !due.moment().isAfter(situation.now()))
                .sorted(Comparator.comparing(Due::moment))
                .toList();
    }

    /** When to look again; empty once nothing more can happen. */
    public Optional<Instant> next(Situation situation) {
        boolean isOver = all().allMatch(
                        inject -> situation.times(inject.id()) >= inject.cue().times());
        Instant soon = situation.now().plus(LOOK);
        return isOver
                ? Optional.empty()
                : Optional.of(all().flatMap(inject -> moment(inject, situation).stream())
                        .map(Due::moment)
                        .filter(moment -> moment.isAfter(situation.now()) && moment.isBefore(soon))
                        .min(Comparator.naturalOrder())
                        .orElse(soon));
    }

    /** The opening has its place before the declaration, unless it comes with it. */
    private Stream<Inject> all() {
        return drill.alerted().isPresent()
                ? scenario.injects().stream()
                : Stream.concat(scenario.opening().stream(), scenario.injects().stream());
    }

    private Optional<Due> moment(Inject inject, Situation situation) {
        int before = situation.times(inject.id());
        Optional<Instant> since = before < inject.cue().times() ? since(inject, situation) : Optional.empty();
        return since.flatMap(so -> wait(inject, situation, so, before))
                .map(moment -> new Due(inject, before + 1, moment));
    }

    private static Optional<Instant> since(Inject inject, Situation situation) {
        Optional<Instant> since = Optional.of(situation.start());
        for (Condition condition : inject.cue().when()) {
            Optional<Instant> held = condition.since(situation);
            since = since.flatMap(one -> held.map(other -> one.isAfter(other) ? one : other));
        }
        return since;
    }

    /** What comes to be so anew is waited for as the first time. */
    private Optional<Instant> wait(Inject inject, Situation situation, Instant since, int before) {
        Optional<Instant> last = situation.last(inject.id()).filter(at -> !at.isBefore(since));
        Optional<Duration> wait = last.isPresent()
                ? inject.cue().again()
                : Optional.of(inject.cue().after());
        return wait.map(usual -> last.orElse(since).plus(varied(inject, usual, before)));
    }

    /** Machines are punctual. */
    private Duration varied(Inject inject, Duration usual, int before) {
        double chance = new SplittableRandom(drill.seed() * 31 + inject.id().hashCode() + 7L * before).nextDouble();
        return inject.act()
                .who()
                .map(id -> scenario.member(id).temper().lasting(usual, chance))
                .orElse(usual);
    }
}
