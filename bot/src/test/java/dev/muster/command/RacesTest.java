package dev.muster.command;

import static dev.muster.command.CommandRig.ANN;
import static dev.muster.command.CommandRig.BOB;
import static dev.muster.command.CommandRig.EVE;
import static dev.muster.command.CommandRig.room;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.desk.Person;
import dev.muster.incident.Incident;
import dev.muster.incident.Kind;
import dev.muster.incident.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several people press at the same moment: one has an effect, and the others are told. */
class RacesTest {

    private static final List<Person> PEOPLE = List.of(ANN, BOB, EVE);
    private static final int INCIDENTS = 334;

    private final ExecutorService hands = Executors.newFixedThreadPool(PEOPLE.size());

    @Test
    void givesARoleToOneOfThoseWhoRaceForItAThousandTimes(@TempDir Path folder) throws Exception {
        try (CommandRig rig = new CommandRig(folder)) {
            for (int number = 1; number <= INCIDENTS; number++) {
                Incident incident = rig.declare("sev3 Race " + number);
                for (Role role : Role.values()) {
                    List<String> answers = race(rig, number, "role " + role, PEOPLE);
                    assertThat(answers)
                            .filteredOn(answer -> answer.contains("is now"))
                            .hasSize(1);
                    assertThat(answers)
                            .filteredOn(answer -> answer.contains("already. Nothing"))
                            .hasSize(2);
                }
                assertThat(rig.timelines.page(incident.id(), 0, 100))
                        .filteredOn(row -> row.entry().kind() == Kind.ROLE)
                        .hasSize(3);
            }
        }
    }

    @Test
    void decidesOnceHoweverOftenAButtonIsPressed(@TempDir Path folder) throws Exception {
        try (CommandRig rig = new CommandRig(folder)) {
            Incident incident = rig.declare("sev3 Pressed");
            rig.tell(ANN, room(1), "role ic");
            for (int number = 1; number <= 200; number++) {
                rig.tell(BOB, room(1), "propose Try " + number);
                List<String> answers = race(rig, 1, "propose approve " + number, List.of(ANN, ANN, ANN));
                assertThat(answers)
                        .filteredOn(answer -> answer.contains("open → approved"))
                        .isNotEmpty();
            }
            assertThat(rig.timelines.page(incident.id(), 0, 1000))
                    .filteredOn(row -> row.entry().kind() == Kind.DECISION)
                    .hasSize(200);
        }
    }

    private List<String> race(CommandRig rig, int number, String words, List<Person> people) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<String>> answers = new ArrayList<>();
        for (int index = 0; index < people.size(); index++) {
            String origin = words + "/" + number + "/" + index;
            Said said = new Said(people.get(index), room(number), words, origin, rig.now());
            answers.add(hands.submit(() -> {
                go.await();
                return CommandRig.text(rig.commands.run(said));
            }));
        }
        go.countDown();
        List<String> all = new ArrayList<>();
        for (Future<String> answer : answers) {
            all.add(answer.get());
        }
        return all;
    }
}
