package dev.muster.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.workspace.Person;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Weeks after an incident: some owners do what they promised once they are reminded, some need another date, some find that it
 * is not needed, and some never answer. In the end each item is verified by somebody else, dropped for a reason, or whoever leads
 * has been told of it by name; and nobody was reminded on a day on which they do not work. Seen to fail when reminders end
 * with the incident, when the lead is never told, and when weekends are working days.
 */
class LadderProof {

    private static final int ITEMS = 8;
    private static final int DAYS = 35;
    private static final List<String> OWNERS = List.of("bob", "cleo", "dev", "eve");
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    @TempDir
    Path folder;

    @Test
    void endsInAVerifiedItemADroppedOneOrALeadWhoKnows() throws Exception {
        Proof.that(Part.TIME, "the ladder of reminders ends: verified, dropped for a reason, or told to whoever leads")
                .seenRed("reminders end with the incident; the lead is never told; weekends are working days")
                .rounds(1, 20)
                .holds(trial -> {
                    Random random = trial.random;
                    int rounds = trial.rounds;

                    int reminders = 0;
                    int ignored = 0;
                    try (Simulation simulation = new Simulation(folder, Map.of(), people())) {
                        for (int round = 0; round < rounds; round++) {
                            Story story = new Story(simulation, round + 1, random);
                            for (int day = 0; day < DAYS; day++) {
                                simulation.pass(Duration.ofDays(1));
                                story.answer();
                            }
                            story.assertEnded();
                            reminders += story.reminders();
                            ignored += story.ignored();
                        }
                        assertNobodyRemindedOnWeekends(simulation);
                    }
                    return "%,d items over %d days each, %,d of them never answered; %,d reminders"
                            .formatted(rounds * ITEMS, DAYS, ignored, reminders);
                });
    }

    private static List<Person> people() {
        List<Person> people = new ArrayList<>();
        for (String handle : List.of("ann", "bob", "cleo", "dev", "eve")) {
            people.add(Person.of(handle, handle.toUpperCase(Locale.ROOT), "", "Europe/Berlin"));
        }
        return people;
    }

    private static void assertNobodyRemindedOnWeekends(Simulation simulation) {
        assertThat(Said.promised(simulation.workspace).stream()
                        .filter(said -> said.key().contains("/REMIND/"))
                        .map(said -> said.at().atZone(ZoneOffset.UTC).getDayOfWeek()))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(WEEKEND);
    }

    /** What an owner does once they have been reminded often enough. */
    private enum Temper {
        DOES,
        PUTS_OFF,
        DROPS,
        IGNORES
    }

    /** One promised thing, and how its owner is. */
    private static final class Deed {
        private final int number;
        private final String owner;
        private final Temper temper;
        private final int patience;
        private boolean over;
        private boolean postponed;

        Deed(int number, Random random) {
            this.number = number;
            this.owner = OWNERS.get(random.nextInt(OWNERS.size()));
            this.temper = Temper.values()[number % Temper.values().length];
            this.patience = 1 + random.nextInt(3);
        }
    }

    /** One incident, resolved and closed, with what was promised after it. */
    private static final class Story {
        private final Simulation simulation;
        private final String incident;
        private final List<Deed> deeds = new ArrayList<>();
        private final int first;

        Story(Simulation simulation, int number, Random random) {
            this.simulation = simulation;
            this.incident = "INC-" + number;
            this.first = number * 1000;
            simulation.declare("ann", "sev2 Story " + number + " @ann as ic");
            for (int item = 1; item <= ITEMS; item++) {
                Deed deed = new Deed(item, random);
                deeds.add(deed);
                say(
                        "ann",
                        "action Deed %d. @%s by %s"
                                .formatted(first + item, deed.owner, workday(1 + random.nextInt(9))));
            }
            say("ann", "resolve It is well");
            say("ann", "close");
            simulation.settle();
        }

        /** What somebody wants by a Sunday they are reminded of on a Sunday. */
        private LocalDate workday(int ahead) {
            LocalDate day = LocalDate.ofInstant(simulation.clock.instant(), ZoneOffset.UTC)
                    .plusDays(ahead);
            return WEEKEND.contains(day.getDayOfWeek()) ? day.plusDays(2) : day;
        }

        private void say(String who, String words) {
            simulation.say(who, "general", incident + " " + words);
        }

        /** In the evening everybody does what they are like. */
        void answer() {
            deeds.stream()
                    .filter(deed -> !deed.over && times(deed) >= deed.patience)
                    .forEach(this::answer);
        }

        private void answer(Deed deed) {
            switch (deed.temper) {
                case DOES -> done(deed);
                case DROPS -> {
                    say(deed.owner, "drop %d because the service is gone".formatted(deed.number));
                    deed.over = true;
                }
                case PUTS_OFF -> {
                    if (deed.postponed && times(deed) > deed.patience) {
                        done(deed);
                    } else if (!deed.postponed) {
                        say(deed.owner, "due %d %s".formatted(deed.number, workday(6)));
                        deed.postponed = true;
                    }
                }
                case IGNORES -> {
                    // That is what they do.
                }
            }
        }

        private void done(Deed deed) {
            say(deed.owner, "actions done " + deed.number);
            say("ann", "verify " + deed.number);
            deed.over = true;
        }

        private long times(Deed deed) {
            return said(deed.owner).stream()
                    .flatMap(Said::deeds)
                    .filter(name -> name.equals("Deed %d.".formatted(first + deed.number)))
                    .count();
        }

        private List<Said> said(String handle) {
            Person person = simulation.workspace.people().stream()
                    .filter(one -> one.handle().equals(handle))
                    .findFirst()
                    .orElseThrow();
            return Said.to(simulation.workspace, person);
        }

        int reminders() {
            return (int) deeds.stream().mapToLong(this::times).sum();
        }

        int ignored() {
            return (int)
                    deeds.stream().filter(deed -> deed.temper == Temper.IGNORES).count();
        }

        void assertEnded() {
            simulation.settle();
            for (Deed deed : deeds) {
                switch (deed.temper) {
                    case DOES, PUTS_OFF -> assertThat(in("VERIFIED")).contains(deed.number);
                    case DROPS -> assertThat(in("DROPPED")).contains(deed.number);
                    case IGNORES -> {
                        assertThat(in("OPEN")).contains(deed.number);
                        assertThat(said("ann"))
                                .as("the lead hears of item %d", deed.number)
                                .anyMatch(said -> said.key().contains("/STUCK/" + deed.number + "/")
                                        && said.text().contains("Deed %d.".formatted(first + deed.number))
                                        && said.text().contains("overdue"));
                        say("ann", "drop %d because the lead decided so".formatted(deed.number));
                    }
                }
            }
            simulation.settle();
            assertThat(in("OPEN")).isEmpty();
        }

        private Set<Integer> in(String state) {
            Set<Integer> numbers = new TreeSet<>();
            for (Deed deed : deeds) {
                long found = simulation.books.count(
                        "SELECT COUNT(*) FROM case_items WHERE incident_id = ? AND number = ? AND state = ?",
                        Integer.parseInt(incident.substring(4)),
                        deed.number,
                        state);
                if (found == 1) {
                    numbers.add(deed.number);
                }
            }
            return numbers;
        }
    }
}
