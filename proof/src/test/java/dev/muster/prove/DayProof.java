package dev.muster.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day of a company with many incidents, in minutes: whatever falls due is said within a minute of it, none of it twice,
 * and each update and each deed that is owed is asked for every time. Seen to fail when prompts come five minutes early,
 * when a reminder is the last one, and when prompts and reminders are taken in hand two minutes after they are due.
 */
class DayProof {

    private static final Duration DAY = Proof.isLong() ? Duration.ofHours(24) : Duration.ofHours(3);

    /** Short enough to be meant by the clock, not by the working day. */
    private static final Duration AGAIN = Duration.ofHours(1);

    private static final Map<String, String> SETTINGS = Map.of(
            "MUSTER_ACTIONS_REPEAT_EVERY", "1h", "MUSTER_ACTIONS_REMIND_BEFORE", "30d", "MUSTER_SLACK_SHARE", "20");

    private static final int PAUSE_SECONDS = 20 * 60;

    /** What all channels together may be told a minute can be less than what falls due in it. */
    private static final Duration LATE = Duration.ofMinutes(1);

    private static final List<String> PEOPLE = List.of("ann", "bob", "cleo", "dev", "eve", "finn");

    /** What the shipped settings say of sev1, sev2 and sev3. */
    private static final List<Duration> RHYTHMS =
            List.of(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(2));

    private static final String UPDATE = "Here is what we know, part ";

    @TempDir
    Path folder;

    @Test
    void keepsEveryPromiseOfADayInTime() throws Exception {
        Proof.that(Part.TIME, "a day in minutes: every promise of each incident in time, none twice")
                .seenRed("prompts come five minutes early; a reminder is the last one; prompts and reminders are "
                        + "taken in hand two minutes late")
                .rounds(4, 200)
                .holds(trial -> {
                    Random random = trial.random;
                    int rounds = trial.rounds;

                    try (Simulation simulation = new Simulation(folder, SETTINGS)) {
                        Map<String, Duration> rhythms = declare(simulation, rounds);
                        Map<String, Instant> items = live(simulation, new ArrayList<>(rhythms.keySet()), random);
                        List<Said> all = Said.promised(simulation.workspace);

                        assertThat(all).extracting(Said::key).doesNotHaveDuplicates();
                        rhythms.forEach((room, every) -> assertAskedInTime(simulation, room, every));
                        assertReminded(all, items, simulation.clock.instant());
                        assertThat(simulation.books.givenUp()).isZero();
                        return "%d hours, %,d messages, the latest %.1f s late"
                                .formatted(
                                        DAY.toHours(), all.size(), latest(all).toMillis() / 1000.0);
                    }
                });
    }

    /** Incidents begin within seconds of one another; each channel, and how often it owes an update. */
    private static Map<String, Duration> declare(Simulation simulation, int count) {
        Map<String, Duration> rhythms = new TreeMap<>();
        for (int number = 0; number < count; number++) {
            String room = simulation.declare(person(number), "sev%d Number %d".formatted(1 + number % 3, number));
            rhythms.put(room, RHYTHMS.get(number % 3));
            simulation.pass(Duration.ofSeconds(number % 20));
        }
        return rhythms;
    }

    /** People give updates, and take items upon themselves; each item, and when it is due. */
    private static Map<String, Instant> live(Simulation simulation, List<String> rooms, Random random) {
        Instant end = Simulation.START.plus(DAY);
        Map<String, Instant> items = new HashMap<>();
        for (int turn = 0; simulation.clock.instant().isBefore(end); turn++) {
            String room = rooms.get(random.nextInt(rooms.size()));
            simulation.say(person(turn), rooms.get(random.nextInt(rooms.size())), "update " + UPDATE + turn);
            int seconds = 1 + random.nextInt((int) DAY.toSeconds());
            simulation.say(person(turn), room, "action Deed %d. in %ds".formatted(turn, seconds));
            items.put("Deed %d.".formatted(turn), simulation.clock.instant().plusSeconds(seconds));
            simulation.pass(Duration.ofSeconds(1 + random.nextInt(PAUSE_SECONDS)));
        }
        return items;
    }

    private static String person(int number) {
        return PEOPLE.get(number % PEOPLE.size());
    }

    /** Counted from when it was asked for last, or given. */
    private static void assertAskedInTime(Simulation simulation, String room, Duration every) {
        List<Said> talk = Said.in(simulation.workspace, room);
        Instant base = talk.get(0).at();
        for (Said said : talk) {
            boolean isAsked = said.key().contains("/PROMPT/");
            if (isAsked) {
                assertThat(Duration.between(base, said.at()))
                        .as("%s at %s", room, said.at())
                        .isBetween(every.minus(LATE), every.plus(LATE));
            }
            base = isAsked || said.text().contains(UPDATE) ? said.at() : base;
        }
        assertThat(Duration.between(base, simulation.clock.instant()))
                .as("%s at the end", room)
                .isLessThan(every.plus(LATE));
    }

    /** When it is due, and again and again. */
    private static void assertReminded(List<Said> all, Map<String, Instant> items, Instant now) {
        Map<String, Long> reminded =
                all.stream().flatMap(Said::deeds).collect(Collectors.groupingBy(deed -> deed, Collectors.counting()));
        items.forEach((deed, due) -> {
            long times = due.isAfter(now) ? 0 : Duration.between(due, now).dividedBy(AGAIN) + 1;
            assertThat(reminded.getOrDefault(deed, 0L))
                    .as("%s due %s, at %s", deed, due, now)
                    .isEqualTo(times);
        });
    }

    private static Duration latest(List<Said> all) {
        Duration latest = all.stream().map(Said::late).max(Duration::compareTo).orElseThrow();
        assertThat(latest).isLessThan(LATE);
        return latest;
    }
}
