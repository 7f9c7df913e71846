package dev.muster.scenario.file;

import dev.muster.incident.Actor;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.Kind;
import dev.muster.incident.Responding;
import dev.muster.incident.Role;
import dev.muster.incident.Samples;
import dev.muster.incident.UserId;
import dev.muster.scenario.Act;
import dev.muster.scenario.Drill;
import dev.muster.scenario.Playing;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Situation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A scenario played with one person who does only what a test says. Nothing is drawn from a clock. */
final class Rehearsal {

    private static final Duration STEP = Duration.ofSeconds(15);

    /** Something that happened, so long after the declaration. */
    record Happened(String inject, Duration after, String said) {}

    private final Scenario scenario;
    private final Set<UserId> cast;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Happened> happened = new ArrayList<>();
    private Incident incident = Samples.opened();

    private Rehearsal(Scenario scenario) {
        this.scenario = scenario;
        this.cast =
                scenario.cast().stream().map(member -> actor(member.id()).id()).collect(Collectors.toSet());
    }

    /** An hour of it. @param answer what the person says to each thing that happens; {@code !} marks a decision */
    static List<Happened> of(Scenario scenario, long seed, List<String> deeds, Function<String, List<String>> answer) {
        Rehearsal rehearsal = new Rehearsal(scenario);
        Playing playing = new Playing(scenario, new Drill(scenario.id(), seed, Optional.empty(), rehearsal.cast));
        for (Duration after = Duration.ZERO; after.toMinutes() < 60; after = after.plus(STEP)) {
            rehearsal.step(playing, after, deeds, answer);
        }
        return rehearsal.happened;
    }

    /** From the second minute on the person does one of the deeds every half minute. */
    private void step(Playing playing, Duration after, List<String> deeds, Function<String, List<String>> answer) {
        Instant now = Samples.NOW.plus(after);
        long turn = after.toSeconds() - 120;
        if (turn >= 0 && turn % 30 == 0 && turn / 30 < deeds.size()) {
            person(deeds.get((int) (turn / 30)), now);
        }
        for (Playing.Due due : playing.due(new Situation(incident, entries, cast, now))) {
            String said = due.inject().act() instanceof Act.Say say
                    ? say.words(due.time())
                    : words(due.inject().act());
            entries.add(
                    Entry.ofBot(now, Kind.BOT, said).with("inject", due.inject().id()));
            due.inject().act().who().ifPresent(who -> entries.add(Entry.of(now, Kind.MESSAGE, actor(who), said)));
            takeRole(due.inject().act(), now);
            happened.add(new Happened(due.inject().id(), after, said));
            answer.apply(said).forEach(deed -> person(deed, now));
        }
    }

    private static String words(Act act) {
        return act instanceof Act.Command command ? command.instead() : act.summary(1);
    }

    private void takeRole(Act act, Instant now) {
        if (act instanceof Act.Command command && command.words().startsWith("role ")) {
            Role role = Role.find(command.words().substring("role ".length())).orElseThrow();
            Actor who = actor(command.from());
            incident = Responding.assign(incident, role, who, who, now).incident();
        }
    }

    private void person(String deed, Instant now) {
        boolean isDecision = deed.startsWith("!");
        Kind kind = isDecision ? Kind.DECISION : Kind.MESSAGE;
        entries.add(Entry.of(now, kind, Samples.ANN, isDecision ? deed.substring(1) : deed));
    }

    private static Actor actor(String id) {
        return new Actor(new UserId("U0CAST" + id.toUpperCase(Locale.ROOT)), id);
    }
}
