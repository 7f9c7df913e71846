package dev.muster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.incident.Kind;
import dev.muster.rehearse.Rehearsal.Played;
import dev.muster.scenario.Replay;
import dev.muster.scenario.Replay.Asked;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.score.Measure;
import dev.muster.scenario.score.Moment;
import dev.muster.scenario.score.Score;
import dev.muster.testing.Stageplay;
import dev.muster.timeline.Row;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scenario in the local workspace: those who are played act as people do, and what people did is counted. */
class RehearsalTest {

    private static final Scenario POOL = Stageplay.shipped("connection-pool-exhaustion");

    @TempDir
    static Path before;

    private static Score score;
    private static List<Row> rows;

    @TempDir
    Path folder;

    @BeforeAll
    static void play() throws Exception {
        try (Stageplay play = new Stageplay(before, new Played(POOL, 11), Map.of())) {
            walk(play);
            score = play.score();
            rows = play.rows();
        }
    }

    @Test
    void comesToTheSameScoreForTheSameSeedAndTheSameAnswers() throws Exception {
        try (Stageplay play = new Stageplay(folder, new Played(POOL, 11), Map.of())) {
            walk(play);
            Score again = play.score();

            assertThat(again.measures().stream().map(RehearsalTest::told))
                    .isEqualTo(
                            score.measures().stream().map(RehearsalTest::told).toList());
            assertThat(again.percent()).isEqualTo(score.percent()).isBetween(50, 95);
            assertThat(again.over()).isTrue();
        }
    }

    @Test
    void beginsBeforeAnythingIsDeclaredAndAsksWhetherAnybodyIsThere() throws Exception {
        try (Stageplay play = new Stageplay(folder, new Played(POOL, 3), Map.of())) {
            play.pass(Duration.ofMinutes(4));

            List<String> lobby = texts(play, "incidents");
            assertThat(lobby).anyMatch(text -> text.contains("[FIRING]"));
            assertThat(lobby).hasSizeGreaterThan(1);

            play.say("ann", "incidents", "declare sev1 API is down");
            String room = play.room();
            play.pass(Duration.ofMinutes(9));
            assertThat(texts(play, room)).as("people who ask").hasSizeGreaterThan(5);
            assertThat(play.rows().get(0).entry().data()).containsKey("drill");
        }
    }

    /** What people did then is done again; the bot does what its settings say today. */
    @Test
    void replaysWithOtherSettings() throws Exception {
        Scenario replay = Replay.of(rows);
        Map<String, String> oftener = Map.of("MUSTER_SEVERITIES_SEV1_UPDATE_EVERY", "2m");
        try (Stageplay play = new Stageplay(folder, new Played(replay, 1, true), oftener)) {
            play.pass(Duration.ofMinutes(17));

            List<Row> now = play.rows();
            assertThat(said(now, Kind.UPDATE)).isEqualTo(said(rows, Kind.UPDATE));
            assertThat(said(now, Kind.DECISION)).isEqualTo(said(rows, Kind.DECISION));
            assertThat(said(now, Kind.MESSAGE)).containsAll(said(rows, Kind.MESSAGE));
            assertThat(play.score().measure("commander").orElseThrow().isFull()).isTrue();
            assertThat(Asked.on(rows).roles()).as("nobody told everybody").isPositive();
            assertThat(Asked.on(now).updates()).isGreaterThan(Asked.on(rows).updates());
            assertThat(Asked.on(rows).beside(Asked.on(now)).get(0)).contains("more)");
        }
    }

    /** What two people do who know what they are doing, and forget one update. */
    private static void walk(Stageplay play) {
        play.pass(Duration.ofMinutes(1)).say("ann", "incidents", "declare sev1 API is down");
        String room = play.room();
        play.pass(Duration.ofSeconds(30)).say("ann", room, "role ic");
        play.workspace().as("bob").join(room);
        play.say("bob", room, "role tech");
        play.workspace().as("bob").post(room, "Who can look at the connection pool?");
        play.pass(Duration.ofMinutes(3)).say("ann", room, "update Nobody gets an answer. We are looking at the pool.");
        play.workspace().as("bob").post(room, "The sync job leaks connections, and no alert watches the pool");
        play.pass(Duration.ofMinutes(1)).say("ann", room, "decision Restart the API pods and stop the sync job");
        play.pass(Duration.ofMinutes(5)).say("ann", room, "stage monitoring");
        play.pass(Duration.ofMinutes(4)).say("ann", room, "resolve all pods are back");
        play.pass(Duration.ofSeconds(30));
    }

    private static List<Object> told(Measure measure) {
        return List.of(
                measure.id(),
                measure.points(),
                measure.result(),
                measure.moments().stream().map(Moment::text).toList());
    }

    private static List<String> said(List<Row> rows, Kind kind) {
        return rows.stream()
                .map(Row::entry)
                .filter(entry -> entry.kind() == kind)
                .map(entry -> entry.text())
                .toList();
    }

    private static List<String> texts(Stageplay play, String channel) {
        return play.workspace().messages(channel).stream()
                .map(message -> message.path("text").asText())
                .toList();
    }
}
