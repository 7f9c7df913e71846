package dev.muster.scenario.score;

import static dev.muster.incident.Samples.ANN;
import static dev.muster.incident.Samples.BOB;
import static dev.muster.incident.Samples.HANDBOOK;
import static dev.muster.scenario.Story.MIRA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.incident.ActionItem;
import dev.muster.incident.Assessing;
import dev.muster.incident.Finishing;
import dev.muster.incident.FollowingUp;
import dev.muster.incident.Impact;
import dev.muster.incident.Kind;
import dev.muster.incident.Responding;
import dev.muster.incident.Role;
import dev.muster.incident.Samples;
import dev.muster.incident.Stage;
import dev.muster.runbook.Outcome;
import dev.muster.runbook.Run;
import dev.muster.scenario.Story;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScoringTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Story story = new Story();

    @Test
    void countsNothingForWhatNobodyDid() {
        story.later(MINUTE.multipliedBy(45)).says(ANN, "I do not know what to do");

        Score score = score();

        assertThat(points(score))
                .containsEntry("commander", 0)
                .containsEntry("tech", 0)
                .containsEntry("comms", 0)
                .containsEntry("first-update", 0)
                .containsEntry("impact", 0)
                .containsEntry("decisions", 0)
                .containsEntry("escalation", 0)
                .containsEntry("mitigated", 0)
                .containsEntry("findings", 0)
                .containsEntry("items", 0);
        assertThat(score.percent()).isLessThan(45);
        assertThat(score.over()).isFalse();
    }

    @Test
    void countsAllOfWhatWasDoneWell() {
        assertThat(well().toPractise()).isEmpty();
        assertThat(well().percent()).isEqualTo(100);
    }

    @Test
    void isTheSameForTheSameTimeline() {
        Score one = well();

        assertThat(well()).isEqualTo(one);
    }

    @Test
    void givesHalfForWhatCameInTwiceTheTime() {
        story.later(MINUTE.multipliedBy(8)).then((incident, at) -> Responding.take(incident, Role.IC, ANN, at));

        assertThat(measure("commander").points()).isEqualTo(5);
        assertThat(measure("commander").result()).isEqualTo("taken after 8 min");
        assertThat(measure("commander").moments())
                .extracting(Moment::text)
                .containsExactly("Ann is incident commander");
    }

    @Test
    void givesHalfForARoleThatSomebodyPlayed() {
        story.then((incident, at) -> Responding.take(incident, Role.TECH, MIRA, at));

        assertThat(measure("tech").points()).isEqualTo(2);
        assertThat(measure("tech").result()).endsWith("by somebody who is played");
    }

    @Test
    void asksForMorePeopleWhenItWasTime() {
        story.later(MINUTE.multipliedBy(31)).says(ANN, "still looking");
        assertThat(measure("escalation").points()).isZero();
        story.says(ANN, "What does the page show? I am on-call here").says(MIRA, "We escalate");
        assertThat(measure("escalation").points())
                .as("said by somebody who is played, and words that are alike")
                .isZero();
        story.says(ANN, "I am paging the database team");
        assertThat(measure("escalation").points()).isEqualTo(6);
    }

    @Test
    void doesNotAskForWhatWasNeverDue() {
        story.later(MINUTE.multipliedBy(10));

        assertThat(score().measure("escalation")).isEmpty();
    }

    @Test
    void seesChangesThatNobodyHadDecidedOn() {
        story.says(BOB, "I have just restarted the database");
        assertThat(measure("approval").points()).isEqualTo(4);
        story.says(BOB, "and we rolled back the job");
        assertThat(measure("approval").points()).isZero();
        assertThat(measure("approval").moments()).hasSize(2);
    }

    @Test
    void minesNothingFromWhatThePlayedSay() {
        story.says(MIRA, "I restarted it. It is Bob's fault. The job has a leak, and there is no alert.");

        assertThat(measure("approval").isFull()).isTrue();
        assertThat(measure("blameless").isFull()).isTrue();
        assertThat(measure("findings").points()).isZero();
    }

    @Test
    void asksWhatUpdatesLackAndWhoIsBlamed() {
        update("still bad");
        story.says(BOB, "which index?");
        story.says(ANN, "Bob forgot the index");

        assertThat(measure("complete").points()).isZero();
        assertThat(measure("complete").moments()).hasSize(1);
        assertThat(measure("blameless").points()).isEqualTo(2);
    }

    @Test
    void countsSkippedSteps() {
        Run run = new Run(
                Samples.ID,
                1,
                "database-connection-pool",
                "v",
                Optional.of(ANN),
                Map.of("look", new Run.Result(Outcome.SKIPPED, ANN, Samples.NOW)),
                Map.of(),
                false);

        assertThat(measure("runbook").points()).isEqualTo(2);
        assertThat(score(run).measure("runbook").orElseThrow().points()).isEqualTo(5);
    }

    @Test
    void tellsItInWordsBesideTheLastTime() {
        Score first = score();
        Story again = new Story();
        Score second = scored(again.later(MINUTE), List.of());
        Score later = new Score(
                second.incident(),
                second.scenario(),
                second.title(),
                7,
                second.began().plusSeconds(60),
                true,
                well().measures());

        String paper = new Paper(later, List.of(first), ZoneOffset.UTC).markdown();

        assertThat(paper)
                .contains("Score: 100 of 100. The last of 1 earlier rehearsals of it came to " + first.percent())
                .contains("| Incident commander | taken after 1 min | 10 of 10 | 0 of 10 |")
                .doesNotContain("## What to practise");
        assertThat(new Paper(first, List.of(), ZoneOffset.UTC).markdown())
                .contains("### Incident commander")
                .contains("nobody took it")
                .contains(Practice.COMMAND.words());
    }

    @Test
    void keepsWhatPeopleWroteAsText() {
        story.says(BOB, "I restarted <script> | **it** `now`");

        assertThat(new Paper(score(), List.of(), ZoneOffset.UTC).markdown())
                .contains("I restarted \\<script\\> \\| \\*\\*it\\*\\* \\`now\\`");
    }

    @Test
    void keepsNoWordsOfPeople() {
        story.says(BOB, "I restarted secretly");

        assertThat(score().toString()).contains("secretly");
        assertThat(score().wordless().toString()).doesNotContain("secretly");
        assertThat(score().wordless().percent()).isEqualTo(score().percent());
    }

    private Score well() {
        Story good = new Story();
        good.later(MINUTE)
                .then((incident, at) -> Responding.take(incident, Role.IC, ANN, at))
                .then((incident, at) -> Responding.take(incident, Role.TECH, BOB, at))
                .then((incident, at) -> Responding.take(incident, Role.COMMS, Samples.ANN, at))
                .then((incident, at) -> Assessing.impact(incident, Impact.UNKNOWN.and(hit()), ANN, HANDBOOK, at))
                .then((incident, at) -> Responding.update(
                        incident,
                        "Nobody gets an answer. We are looking at the pool.",
                        Optional.empty(),
                        Optional.empty(),
                        ANN,
                        HANDBOOK,
                        at))
                .says(BOB, "A job has a leak, and no alert told us")
                .then((incident, at) ->
                        Responding.remark(incident, Kind.DECISION, "Restart the pods", Optional.empty(), ANN, at))
                .says(BOB, "We restarted them")
                .later(MINUTE.multipliedBy(9))
                .then((incident, at) ->
                        Responding.stage(incident, Stage.MONITORING, Optional.empty(), ANN, HANDBOOK, at, at))
                .then((incident, at) -> FollowingUp.add(incident, item(at), BOB, ANN, Samples.REMINDERS, at))
                .then((incident, at) -> Finishing.resolve(incident, Optional.empty(), ANN, HANDBOOK, at, at));
        return scored(good, List.of(run()));
    }

    private static Impact hit() {
        return new Impact(
                "Nobody can pay", Optional.of(2000L), Optional.empty(), List.of(), Map.of(), false, Impact.Detail.NONE);
    }

    private static ActionItem item(Instant at) {
        return Samples.item(at.plus(Duration.ofDays(3)), ZoneOffset.UTC);
    }

    private static Run run() {
        return new Run(Samples.ID, 1, "database-connection-pool", "v", Optional.of(ANN), Map.of(), Map.of(), false);
    }

    private void update(String text) {
        story.then((incident, at) ->
                Responding.update(incident, text, Optional.empty(), Optional.empty(), ANN, HANDBOOK, at));
    }

    private Measure measure(String id) {
        return score().measure(id).orElseThrow();
    }

    private Score score(Run... runs) {
        return scored(story, List.of(runs));
    }

    private static Score scored(Story story, List<Run> runs) {
        return Scoring.of(new Performance(
                Optional.of(Story.SCENARIO),
                Optional.of(story.drill()),
                story.incident(),
                story.rows(),
                runs,
                HANDBOOK));
    }

    private static Map<String, Integer> points(Score score) {
        return score.measures().stream().collect(Collectors.toMap(Measure::id, Measure::points));
    }
}
