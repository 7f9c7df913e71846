package dev.muster.command;

import static dev.muster.command.CommandRig.ANN;
import static dev.muster.command.CommandRig.BOB;
import static dev.muster.command.CommandRig.EVE;
import static dev.muster.command.CommandRig.LOBBY;
import static dev.muster.command.CommandRig.room;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happened before, as people ask for it. */
class SimilarVerbTest {

    private CommandRig rig;

    @BeforeEach
    void open(@TempDir Path folder) {
        rig = new CommandRig(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void tellsWhyTheyAreAlikeAndWhatHelped() {
        over(
                "sev2 Orders fail, connection pool exhausted --services orders-db",
                "the &lt;leak&gt; in the job was closed");
        over("sev3 Mail is late --services mail", "the queue was emptied");
        long now = rig.declare("sev1 Checkout: pool is exhausted again --services orders-db")
                .id()
                .number();

        String told = rig.tell(ANN, LOBBY, now + " similar");

        assertThat(told)
                .startsWith("*Like INC-3, and over:*\n• *INC-1* (sev2, closed ")
                .contains("Alike: service orders-db; words exhausted, pool\n")
                .contains("What helped then (how it was resolved): the &lt;leak&gt; in the job was closed")
                .doesNotContain("INC-2", "INC-3*");
    }

    @Test
    void saysNothingOfWhatHasOnlyAnybodysWordsInCommon() {
        over("sev2 Search is down, users see errors", "restarted");

        long now = rig.declare("sev2 Login is down, users see errors").id().number();

        assertThat(rig.tell(ANN, LOBBY, now + " similar")).startsWith("No earlier incident is like INC-2");
    }

    @Test
    void remembersTheCauseWhereTheWordsDiffer() {
        over("sev2 Carts vanish --services shop", "more connections");
        rig.tell(ANN, LOBBY, "1 cause connection-pool");
        long now = rig.declare("sev2 Payment hangs --services shop").id().number();
        assertThat(rig.tell(ANN, LOBBY, now + " similar")).startsWith("No earlier");

        rig.tell(ANN, LOBBY, now + " cause connection-pool");

        assertThat(rig.tell(ANN, LOBBY, now + " similar")).contains("Alike: service shop; cause connection-pool");
    }

    @Test
    void leavesOutWhatIsOpenWasPracticeOrWasNone() {
        rig.declare("sev2 Kafka partitions are lost");
        over("sev2 Kafka partitions are lost --drill", "well done");
        long none = rig.declare("sev2 Kafka partitions are lost").id().number();
        rig.tell(ANN, LOBBY, none + " cancel because it was a test");
        long now = rig.declare("sev2 Kafka partitions are lost").id().number();

        assertThat(rig.tell(ANN, LOBBY, now + " similar")).startsWith("No earlier");
    }

    /** Its people are reminded of it; nobody else learns that there was one. */
    @Test
    void remembersAPrivateOneForItsPeopleAlone() {
        over("sev2 Payroll export leaked salaries --private", "access was revoked");
        long now = rig.declare("sev2 Payroll export leaked again").id().number();

        assertThat(rig.tell(EVE, room(now), "similar")).startsWith("No earlier").doesNotContain("INC-1");
        assertThat(rig.tell(ANN, room(now), "similar")).contains("*INC-1*", "access was revoked");
    }

    @Test
    void believesThePublishedPostmortemMost() {
        over("sev2 Kafka partitions are lost", "restarted");
        rig.tell(ANN, LOBBY, "1 write causes Zookeeper lost its quorum");
        rig.tell(ANN, LOBBY, "1 write well Reassigning partitions by hand helped");
        rig.tell(BOB, LOBBY, "1 postmortem publish");
        rig.tell(ANN, LOBBY, "1 write well Not yet read by anybody");
        long now = rig.declare("sev2 Zookeeper quorum is lost").id().number();

        assertThat(rig.tell(ANN, LOBBY, now + " similar"))
                .contains("What helped then (its post-mortem): Reassigning partitions by hand helped")
                .contains("words")
                .doesNotContain("Not yet read");
    }

    @Test
    void takesTheLastDecisionWhereNothingElseIsKnown() {
        rig.declare("sev2 Kafka partitions are lost");
        rig.tell(ANN, room(1), "decision Wait for the broker");
        rig.tell(ANN, room(1), "decision Reassign partitions");
        rig.tell(ANN, room(1), "resolve");
        long now = rig.declare("sev2 Kafka partitions are lost").id().number();

        assertThat(rig.tell(ANN, room(now), "similar"))
                .contains("What helped then (the last decision): Reassign partitions");
    }

    private void over(String words, String how) {
        long number = rig.declare(words).id().number();
        rig.tell(ANN, LOBBY, number + " resolve " + how);
        rig.tell(ANN, LOBBY, number + " close");
    }
}
