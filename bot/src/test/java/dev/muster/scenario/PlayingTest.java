package dev.muster.scenario;

import static dev.muster.incident.Samples.ANN;
import static dev.muster.incident.Samples.HANDBOOK;
import static dev.muster.incident.Samples.NOW;
import static dev.muster.scenario.Story.MIRA;
import static dev.muster.scenario.Story.SCENARIO;
import static dev.muster.scenario.Story.pattern;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.incident.Responding;
import dev.muster.incident.Role;
import dev.muster.incident.Severity;
import dev.muster.incident.Stage;
import dev.muster.scenario.Playing.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PlayingTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Act ALERT = new Act.Alert("Full", "100 of 100", Map.of());

    private final Story story = new Story();

    @Test
    void comesWhenItsTimeHasCome() {
        Cue cue = Story.at(Duration.ofMinutes(3));

        assertThat(happens(cue, story.later(MINUTE.multipliedBy(3).minusMillis(1))))
                .isFalse();
        assertThat(happens(cue, story.later(Duration.ofMillis(1)))).isTrue();
    }

    @Test
    void comesOnce() {
        assertThat(happens(Story.at(Duration.ZERO), story)).isTrue();
        assertThat(happens(Story.at(Duration.ZERO), story.happened("it"))).isFalse();
    }

    @Test
    void waitsUntilWhatItWaitsForHasLasted() {
        Cue cue = when(Condition.missing(Role.IC), Duration.ofMinutes(5));

        assertThat(happens(cue, story.later(MINUTE.multipliedBy(4)))).isFalse();
        assertThat(happens(cue, story.later(MINUTE))).isTrue();
        story.then((incident, at) -> Responding.take(incident, Role.IC, ANN, at));
        assertThat(happens(cue, story)).isFalse();
    }

    @Test
    void beginsToWaitWhenSomebodyIsThere() {
        Cue cue = when(Condition.held(Role.IC), Duration.ofMinutes(2));

        assertThat(happens(cue, story.later(MINUTE.multipliedBy(9)))).isFalse();
        story.then((incident, at) -> Responding.take(incident, Role.IC, ANN, at))
                .later(MINUTE);
        assertThat(happens(cue, story)).isFalse();
        assertThat(happens(cue, story.later(MINUTE))).isTrue();
    }

    @Test
    void answersPeopleAndNotThoseWhoArePlayed() {
        Cue cue = when(Condition.said(pattern("pool|connections")), Duration.ofSeconds(20));

        story.says(MIRA, "I look at the pool").later(MINUTE);
        assertThat(happens(cue, story)).isFalse();
        story.says(ANN, "Are there free CONNECTIONS?").later(Duration.ofSeconds(19));
        assertThat(happens(cue, story)).isFalse();
        assertThat(happens(cue, story.later(Duration.ofSeconds(1)))).isTrue();
    }

    @Test
    void helpsWhereNobodyHasSaidIt() {
        Cue cue = when(Condition.unsaid(pattern("pool")), Duration.ofMinutes(8));

        assertThat(happens(cue, story.later(MINUTE.multipliedBy(8)))).isTrue();
        assertThat(happens(cue, story.says(ANN, "the pool"))).isFalse();
    }

    @Test
    void knowsWhatIsDecided() {
        Cue cue = when(Condition.decided(pattern("restart")), Duration.ZERO);
        Cue other = when(Condition.undecided(pattern("restart")), Duration.ZERO);

        story.says(ANN, "shall we restart?");
        assertThat(happens(cue, story)).isFalse();
        assertThat(happens(other, story)).isTrue();
        story.then((incident, at) ->
                Responding.remark(incident, Kind.DECISION, "Restart the pods", Optional.empty(), ANN, at));
        assertThat(happens(cue, story)).isTrue();
        assertThat(happens(other, story)).isFalse();
    }

    @Test
    void followsTheStagesAndTheSeverity() {
        Cue identified = when(Condition.reached(Stage.IDENTIFIED), Duration.ZERO);
        Cue before = when(Condition.before(Stage.MITIGATING), Duration.ZERO);
        Cue lower = when(Condition.severity(Severity.SEV2), Duration.ZERO);

        assertThat(happens(identified, story)).isFalse();
        assertThat(happens(before, story)).isTrue();
        assertThat(happens(lower, story)).isFalse();
        stage(Stage.MITIGATING);
        story.then((incident, at) -> Responding.severity(incident, Severity.SEV2, Optional.empty(), ANN, HANDBOOK, at));
        assertThat(happens(identified, story)).isTrue();
        assertThat(happens(before, story)).isFalse();
        assertThat(happens(lower, story)).isTrue();
    }

    @Test
    void comesBehindWhatItFollows() {
        Cue cue = when(Condition.after("first"), Duration.ofMinutes(2));

        assertThat(happens(cue, story.later(MINUTE.multipliedBy(9)))).isFalse();
        story.happened("first").later(MINUTE);
        assertThat(happens(cue, story)).isFalse();
        assertThat(happens(cue, story.later(MINUTE))).isTrue();
    }

    @Test
    void needsAllOfItsConditions() {
        Cue cue =
                new Cue(List.of(Condition.held(Role.IC), Condition.said(pattern("pool"))), MINUTE, Optional.empty(), 1);

        story.says(ANN, "pool").later(MINUTE.multipliedBy(5));
        assertThat(happens(cue, story)).isFalse();
        story.then((incident, at) -> Responding.take(incident, Role.IC, ANN, at));
        assertThat(happens(cue, story)).isFalse();
        assertThat(happens(cue, story.later(MINUTE))).isTrue();
    }

    /** Somebody who wants news asks, asks again, gives up after the third time, and begins anew after an update. */
    @Test
    void nagsUntilThereIsAnUpdate() {
        Cue cue = new Cue(
                List.of(Condition.silent(Duration.ofMinutes(8))),
                Duration.ZERO,
                Optional.of(MINUTE.multipliedBy(5)),
                4);

        story.later(MINUTE.multipliedBy(8));
        assertThat(happens(cue, story)).isTrue();
        story.happened("it").later(MINUTE.multipliedBy(4));
        assertThat(happens(cue, story)).isFalse();
        assertThat(happens(cue, story.later(MINUTE))).isTrue();
        story.happened("it");
        update();
        assertThat(happens(cue, story.later(MINUTE.multipliedBy(7)))).isFalse();
        assertThat(happens(cue, story.later(MINUTE))).isTrue();
        story.happened("it").later(MINUTE.multipliedBy(5)).happened("it").later(MINUTE.multipliedBy(50));
        assertThat(happens(cue, story)).isFalse();
    }

    @Test
    void isPunctualOnlyWhereNobodyHasATemper() {
        Act calm = new Act.Say("mira", Act.Place.INCIDENT, List.of("Hm"));
        List<Instant> moments =
                LongStream.range(0, 50).mapToObj(seed -> moment(calm, seed)).toList();

        assertThat(moments).allSatisfy(moment -> assertThat(Duration.between(NOW, moment))
                .isBetween(Duration.ofSeconds(540), Duration.ofSeconds(720)));
        assertThat(Set.copyOf(moments)).hasSizeGreaterThan(40);
        assertThat(moment(calm, 3)).isEqualTo(moment(calm, 3));
        assertThat(moment(ALERT, 3)).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
    }

    @Test
    void bringsTheOpeningAlongWhereItHasNotBeen() {
        Drill without = new Drill(SCENARIO.id(), 7, Optional.empty(), Set.of());

        assertThat(new Playing(SCENARIO, story.drill()).due(story.situation())).isEmpty();
        assertThat(new Playing(SCENARIO, without).due(story.situation()))
                .extracting(due -> due.inject().id())
                .containsExactly("alert");
    }

    @Test
    void looksAgainWhenSomethingIsNear() {
        Playing playing = playing(Story.at(Duration.ofSeconds(3)), ALERT, 7);

        assertThat(playing.next(story.situation())).contains(NOW.plusSeconds(3));
        assertThat(playing(Story.at(Duration.ofSeconds(60)), ALERT, 7).next(story.situation()))
                .contains(NOW.plusSeconds(5));
        assertThat(playing.next(story.happened("it").situation())).isEmpty();
    }

    @Test
    void saysOneThingAfterAnother() {
        Act.Say say = new Act.Say("mira", Act.Place.INCIDENT, List.of("one", "two"));

        assertThat(IntStream.rangeClosed(1, 4).mapToObj(say::words)).containsExactly("one", "two", "one", "two");
    }

    @Test
    void standsOnTheFirstLineAndNowhereElse() {
        Entry declared = story.rows().get(0).entry();

        assertThat(Drill.in(declared)).contains(story.drill());
        assertThat(Drill.in(Entry.ofBot(NOW, Kind.DECLARED, "real"))).isEmpty();
        assertThat(Drill.in(declared.saying("x").with("labels", "alertname=Down")))
                .isEmpty();
    }

    private void stage(Stage to) {
        story.then((incident, at) -> Responding.stage(incident, to, Optional.empty(), ANN, HANDBOOK, at, at));
    }

    private void update() {
        story.then((incident, at) ->
                Responding.update(incident, "We are at it", Optional.empty(), Optional.empty(), ANN, HANDBOOK, at));
    }

    private Instant moment(Act act, long seed) {
        story.later(Duration.ofDays(1));
        Due due = playing(Story.at(Duration.ofMinutes(10)), act, seed)
                .due(story.situation())
                .get(0);
        story.later(Duration.ofDays(-1));
        return due.moment();
    }

    private static Cue when(Condition condition, Duration after) {
        return new Cue(List.of(condition), after, Optional.empty(), 1);
    }

    private boolean happens(Cue cue, Story so) {
        return !playing(cue, ALERT, 7).due(so.situation()).isEmpty();
    }

    private Playing playing(Cue cue, Act act, long seed) {
        Scenario scenario = new Scenario(
                SCENARIO.id(),
                SCENARIO.title(),
                "",
                "",
                Severity.SEV1,
                SCENARIO.cast(),
                List.of(),
                List.of(new Inject("it", cue, act)),
                SCENARIO.expected(),
                List.of());
        return new Playing(
                scenario, new Drill("x", seed, Optional.of(NOW), story.drill().cast()));
    }
}
