package dev.muster.command;

import static dev.muster.command.CommandRig.ANN;
import static dev.muster.command.CommandRig.EVE;
import static dev.muster.command.CommandRig.LOBBY;
import static dev.muster.command.CommandRig.room;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What incidents come to, as people ask for it. */
class InsightsVerbTest {

    private CommandRig rig;

    @BeforeEach
    void open(@TempDir Path folder) {
        rig = new CommandRig(folder);
        rig.declare("sev1 Checkout is down --services shop,<db>");
        rig.declare("sev3 Salaries were mailed --private --services payroll");
        rig.declare("sev2 Practice --drill");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    /** A private incident counts for its people and in its channel; others hear neither of it nor of its service. */
    @Test
    void countsAPrivateIncidentForThoseWhoMayKnowOfIt() {
        assertThat(rig.tell(EVE, LOBBY, "insights"))
                .contains(
                        "*Insights, the last 90 d*: 1 incident declared",
                        "*Severity:* sev1 1\n",
                        "Left out: drills 1, false alarms and duplicates 0.")
                .doesNotContain("payroll", "Salaries", "sev3");
        assertThat(rig.tell(ANN, LOBBY, "insights")).contains("2 incidents", "payroll 1");
        assertThat(rig.tell(EVE, room(2), "insights")).contains("2 incidents", "payroll 1");
    }

    @Test
    void leavesOutFalseAlarmsAndDuplicates() {
        rig.declare("sev2 It was nothing");
        rig.tell(ANN, LOBBY, "4 cancel because it was a test");
        rig.declare("sev2 It is the same");
        rig.tell(ANN, LOBBY, "5 duplicate of INC-1");
        rig.tell(ANN, LOBBY, "1 action Look after it <@U0BOB> in 1 day");
        rig.tell(ANN, LOBBY, "1 action Throw it away <@U0BOB> in 1 day");
        rig.tell(ANN, LOBBY, "1 drop 2 because it is gone");
        rig.pass(Duration.ofDays(3));

        assertThat(rig.tell(EVE, LOBBY, "insights"))
                .contains("1 incident declared", "Left out: drills 1, false alarms and duplicates 2.")
                .contains("1 open (median age 3 d), 1 of them overdue; 0 done and not verified, 0 verified, 1 dropped");
    }

    @Test
    void looksAtThePeriodThatIsAskedFor() {
        rig.pass(Duration.ofDays(40));

        assertThat(rig.tell("insights")).contains("2 incidents");
        assertThat(rig.tell("insights 30d")).contains("0 incidents");
        assertThat(rig.tell("insights 2026-Q4")).contains("*Insights, 2026-Q4*: 2 incidents");
        assertThat(rig.tell("insights 2026-Q3")).contains("0 incidents");
        assertThat(rig.tell("insights lately"))
                .contains("`lately` is no stretch of time that I know. Nothing was counted. Try `30d`");
    }

    @Test
    void showsWhatOthersWroteAsItIs() {
        assertThat(rig.tell("insights")).contains("&lt;db&gt; 1").doesNotContain("<db>");
    }

    @Test
    void followsTheCausesThatPeopleName() {
        for (int number = 4; number <= 6; number++) {
            rig.declare("sev2 It is down again " + number);
            rig.tell(ANN, LOBBY, number + " cause slow-query");
        }

        assertThat(rig.tell("insights"))
                .contains("*Cause:* slow-query 3 · 2 without", "*Comes back:* slow-query, in 3 incidents");
    }
}
