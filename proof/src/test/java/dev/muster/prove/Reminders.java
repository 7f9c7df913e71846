package dev.muster.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.Books;
import dev.muster.testing.BotRig;
import dev.muster.workspace.Answer;
import dev.muster.workspace.Person;
import dev.muster.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What people asked to be reminded of, and when they were. */
final class Reminders {

    /** So that each item is reminded of once, when it is due, by a bot to which Slack allows as much as this one does. */
    static final Map<String, String> SETTINGS = Map.of(
            "MUSTER_ACTIONS_REPEAT_EVERY", "30d",
            "MUSTER_ACTIONS_REMIND_BEFORE", "30d",
            "MUSTER_ROLES_NUDGE_AFTER", "30d",
            "MUSTER_SLACK_SHARE", "20");

    /** What is lost never comes; how late the others came is judged by their stamps. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** All that was ever said is looked through each time, by the very process that plays Slack. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Workspace workspace;
    private final List<String> asked = new ArrayList<>();
    private int again;

    Reminders(Workspace workspace) {
        this.workspace = workspace;
    }

    /** A company of so many. */
    static Workspace company(int people) {
        return Workspace.builder()
                .people(IntStream.range(0, people)
                        .mapToObj(number -> Person.of("p" + number, "Person " + number, "", "Etc/UTC"))
                        .toList())
                .retryDelays(List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(5)))
                .start();
    }

    /**
     * Opens so many incidents, once the bot that has just started is quick enough for people, and waits until their channels
     * have all that belongs in them: a thousand at once are no story that ever was.
     */
    void open(int incidents, Books books) {
        BotRig.await("an answer in time", PATIENCE, () -> ask("p0", "list").ok());
        for (int number = 0; number < incidents; number++) {
            say(number, "declare --new sev3 Number " + number);
        }
        int channels = incidents + 2;
        BotRig.await(
                "all channels",
                PATIENCE.plusSeconds(2L * incidents),
                LOOK,
                () -> workspace.channels().size() == channels);
        BotRig.await(
                "all that belongs in them",
                PATIENCE.plusSeconds(5L * incidents),
                LOOK,
                () -> !books.isBusy(Instant.now()));
    }

    /** People ask for so many more, due within so many seconds. */
    void ask(int count, int incidents, int seconds, Random random) {
        for (int i = 0; i < count; i++) {
            String item = "Deed %d.".formatted(asked.size());
            String incident = "INC-" + (1 + random.nextInt(incidents));
            give(incident, item, 2 + random.nextInt(seconds));
            asked.add(item);
        }
    }

    /**
     * Who is told that it went wrong, as a process says that has no database yet, or is told nothing in time, looks whether it
     * was saved, and says it again.
     */
    private void give(String incident, String item, int seconds) {
        String words = "%s action %s in %ds".formatted(incident, item, seconds);
        String person = "p" + asked.size() % workspace.people().size();
        if (!isGiven(person, words)) {
            again++;
            BotRig.await(item, PATIENCE, LOOK, () -> {
                Answer listed = ask(person, incident + " actions");
                boolean isTold = listed.ok() && !told(listed).contains("Sorry");
                return isTold && (told(listed).contains(item) || isGiven(person, words));
            });
        }
    }

    private boolean isGiven(String person, String words) {
        return told(ask(person, words)).contains("Action item");
    }

    private static String told(Answer answer) {
        return answer.body().map(Object::toString).orElse("");
    }

    /** How often somebody had to say something again. */
    int again() {
        return again;
    }

    private void say(int person, String words) {
        Answer answer = ask("p" + person % workspace.people().size(), words);
        assertThat(answer.ok()).as("%s: %s", words, answer).isTrue();
    }

    private Answer ask(String person, String words) {
        return workspace.as(person).slash("general", "/incident " + words);
    }

    /** Waits until somebody has been reminded of everything. */
    void await() {
        BotRig.await(asked.size() + " reminders", PATIENCE, LOOK, () -> deeds().size() >= asked.size());
    }

    /** Fails unless everything was said once. What a process would still say twice is given time to come. */
    void assertOnce(Random random) {
        ask(workspace.people().size(), 1, 6, random);
        await();
        List<String> deeds = deeds();
        Set<String> seen = new HashSet<>();
        Set<String> twice = deeds.stream().filter(deed -> !seen.add(deed)).collect(Collectors.toSet());
        assertThat(said().stream().filter(said -> said.deeds().anyMatch(twice::contains)))
                .as("what was said twice")
                .isEmpty();
        assertThat(deeds).containsExactlyInAnyOrderElementsOf(asked);
    }

    /** How late the latest was said of those that were said since then, counted from when all was well again. */
    Duration latest(Instant since, Instant well) {
        return said().stream()
                .filter(said -> said.at().isAfter(since))
                .map(said -> Duration.between(well, said.at()).compareTo(said.late()) < 0
                        ? Duration.between(well, said.at())
                        : said.late())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private List<String> deeds() {
        return said().stream().flatMap(Said::deeds).toList();
    }

    private List<Said> said() {
        return workspace.people().stream()
                .flatMap(person -> Said.to(workspace, person).stream())
                .filter(said -> said.key().contains("/REMIND/"))
                .toList();
    }
}
