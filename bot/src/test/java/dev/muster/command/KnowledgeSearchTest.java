package dev.muster.command;

import static dev.muster.command.CommandRig.ANN;
import static dev.muster.command.CommandRig.BOB;
import static dev.muster.command.CommandRig.EVE;
import static dev.muster.command.CommandRig.LOBBY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.desk.Notice.Found;
import dev.muster.desk.Notice.Learned;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was learned, found again by its words, causes, services and tags. */
class KnowledgeSearchTest {

    private CommandRig rig;

    @BeforeEach
    void open(@TempDir Path folder) {
        rig = new CommandRig(folder);
        learn(1, "sev2 Orders fail --services orders-db", "Hikari kept connections\nThe job leaked them");
        rig.tell(ANN, LOBBY, "1 cause connection-pool tag:black-friday");
        learn(2, "sev2 Mail is late --services mail", "A queue was full");
        rig.tell(ANN, LOBBY, "2 cause disk-space");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void findsPublishedPostmortemsByBeginningsOfTheirWords() {
        assertThat(papers("search hik connect"))
                .extracting(Learned::excerpt)
                .containsExactly("Hikari kept connections");
        assertThat(papers("search leak")).extracting(Learned::excerpt).containsExactly("The job leaked them");
        assertThat(papers("search orders")).hasSize(1);
        assertThat(papers("search hikari queue")).isEmpty();
        assertThat(papers("search hikari kind:note")).isEmpty();
        assertThat(papers("search hikari <@U0ANN>")).isEmpty();
        assertThat(papers("search hikari since 1h")).hasSize(1);
        assertThat(papers("search hikari until 1h")).isEmpty();
    }

    @Test
    void findsByCauseServiceAndTag() {
        assertThat(ids("search cause:disk-space")).containsExactly(2L);
        assertThat(ids("search service:\"Orders-DB\"")).containsExactly(1L);
        assertThat(ids("search tag:black-friday cause:database-connection-pool"))
                .containsExactly(1L);
        assertThat(ids("search tag:black-friday cause:disk-space")).isEmpty();
        assertThat(rig.tell("search cause:disc-space")).contains("Did you mean \"disk-space\"?");
    }

    @Test
    void narrowsWhatWasSaidInTheSameWay() {
        rig.declare("sev3 Orders fail again");
        rig.tell(ANN, CommandRig.room(3), "note Orders are counted");

        assertThat(found("search orders").finds())
                .extracting(find -> find.incident().number())
                .contains(1L, 3L);
        assertThat(found("search orders cause:connection-pool").finds())
                .isNotEmpty()
                .allSatisfy(find -> assertThat(find.incident().number()).isEqualTo(1));
    }

    /** The next page asks for the same. */
    @Test
    void goesOnWithTheSameFilters() {
        rig.declare("sev3 It goes on --services mail");
        for (int number = 0; number < 12; number++) {
            rig.tell(ANN, CommandRig.room(3), "note line " + number);
        }

        Found first = found("search line service:mail");

        assertThat(first.older()).contains("service:\"mail\" ");
        assertThat(found(first.older()).finds())
                .isNotEmpty()
                .allSatisfy(find -> assertThat(find.row().entry().text()).startsWith("line"));
    }

    @Test
    void tellsOfAPrivatePostmortemOnlyItsPeople() {
        learn(3, "sev2 Salaries were mailed --private", "Zanzibar was the password");

        assertThat(papers(EVE, "search zanzibar")).isEmpty();
        assertThat(papers(ANN, "search zanzibar")).hasSize(1);
    }

    /** While somebody writes the next version, people find the one that was read by two. */
    @Test
    void keepsToThePublishedVersion() {
        rig.tell(ANN, LOBBY, "1 write causes Quokkas");

        assertThat(papers("search quokka")).isEmpty();
        assertThat(papers("search hikari")).extracting(Learned::excerpt).containsExactly("Hikari kept connections");
    }

    private void learn(long number, String words, String causes) {
        rig.declare(words);
        rig.tell(ANN, LOBBY, number + " resolve");
        rig.tell(ANN, LOBBY, number + " write causes " + causes);
        rig.tell(ANN, LOBBY, number + " role ic <@U0BOB>");
        rig.tell(BOB, LOBBY, number + " postmortem publish");
    }

    private List<Long> ids(String words) {
        return papers(words).stream().map(each -> each.incident().id().number()).toList();
    }

    private List<Learned> papers(String words) {
        return papers(EVE, words);
    }

    private List<Learned> papers(dev.muster.desk.Person by, String words) {
        return ((Found) CommandRig.shown(rig.say(by, LOBBY, words))).learned();
    }

    private Found found(String words) {
        return (Found) CommandRig.shown(rig.say(EVE, LOBBY, words));
    }
}
