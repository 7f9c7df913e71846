package dev.muster.prove;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.testing.Databases;
import dev.muster.workspace.Call;
import dev.muster.workspace.Faults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An incident is declared, and between any two calls of that the process is killed; or any one call goes wrong, in any way. In
 * the end there is one incident, whole, with one channel, one card and one announcement.
 */
class HalfDoneProof {

    private static final Set<String> LOOKING_ROUND = Set.of(
            "auth.test",
            "users.list",
            "users.info",
            "conversations.list",
            "conversations.history",
            "conversations.replies");

    /** How many calls a declaration is made of. */
    private static final int CALLS = 10;

    /** What makes a declaration. */
    private static final List<String> METHODS = List.of(
            "conversations.create",
            "conversations.invite",
            "conversations.setTopic",
            "chat.postMessage",
            "pins.add",
            "bookmarks.add");

    @TempDir
    Path folder;

    /** One way in which a call goes wrong. */
    private enum Trouble {
        LOST_BEFORE((faults, method) -> faults.dropBeforeActing(method, 1)),
        LOST_AFTER((faults, method) -> faults.dropAfterActing(method, 1)),
        LOST_AFTER_TWICE((faults, method) -> faults.dropAfterActing(method, 2)),
        CUT_SHORT((faults, method) -> faults.cutShort(method, 1)),
        INTERNAL_ERROR((faults, method) -> faults.fail(method, "internal_error", 2)),
        UNAVAILABLE((faults, method) -> faults.status(method, 503, 2)),
        PAGE((faults, method) -> faults.html(method, 1)),
        LIMITED((faults, method) -> faults.rateLimit(method, 1, 2));

        private final BiConsumer<Faults, String> making;

        Trouble(BiConsumer<Faults, String> making) {
            this.making = making;
        }
    }

    @Test
    void killedBetweenAnyTwoCalls() throws Exception {
        Proof.that(Part.LOSS, "killed after each call of a declaration: one incident, whole, after the restart")
                .seenRed("")
                .rounds(1, 3 * (CALLS + 1))
                .holds(trial -> {
                    for (int round = 0; round < trial.rounds; round++) {
                        int calls = Proof.isLong() ? round % (CALLS + 1) : trial.random.nextInt(CALLS + 1);
                        killedAfter(trial, calls, Files.createDirectory(folder.resolve("round" + round)));
                    }
                    return "%d kills, after 0 to %d calls".formatted(trial.rounds, CALLS);
                });
    }

    @Test
    void anyCallGoesWrong() throws Exception {
        int ways = METHODS.size() * Trouble.values().length;
        Proof.that(Part.LOSS, "each call of a declaration fails in each way: one incident, whole, all the same")
                .seenRed("")
                .rounds(3, ways)
                .holds(trial -> {
                    List<Runnable> cases = new ArrayList<>();
                    try (Site site = Site.on(Databases.sqlite(folder))) {
                        site.start();
                        for (String method : METHODS) {
                            for (Trouble trouble : Trouble.values()) {
                                cases.add(() -> wrong(trial, site, method, trouble));
                            }
                        }
                        Collections.shuffle(cases, trial.random);
                        cases.stream().limit(trial.rounds).forEach(Runnable::run);
                        site.settle();
                        assertThat(Said.promised(site.workspace))
                                .extracting(Said::key)
                                .doesNotHaveDuplicates();
                    }
                    return "%d of %d ways".formatted(trial.rounds, ways);
                });
    }

    private static void killedAfter(Trial trial, int calls, Path place) {
        try (Site site = Site.on(Databases.sqlite(place))) {
            site.start();
            declare(site);
            await(calls + " calls", Site.PATIENCE, () -> deeds(site) >= calls);
            site.process().kill();
            trial.step("killed after %d calls", deeds(site));
            site.start();
            assertWhole(site, 1);
        }
    }

    private static void wrong(Trial trial, Site site, String method, Trouble trouble) {
        trial.step("%s %s", method, trouble);
        int before = site.rooms().size();
        trouble.making.accept(site.workspace.faults(), method);
        declare(site);
        assertWhole(site, before + 1);
        site.workspace.faults().clear();
    }

    private static void declare(Site site) {
        assertThat(site.say("ann", "general", "declare --new sev1 checkout is down")
                        .ok())
                .isTrue();
    }

    private static void assertWhole(Site site, int incidents) {
        await("a complete incident", Site.PATIENCE, () -> site.rooms().size() >= incidents && isWhole(site, incidents));
        await("nothing more to do", Site.PATIENCE, () -> site.workspace.awaitQuiet(Duration.ofSeconds(1)));
        JsonNode room = site.rooms().get(incidents - 1);
        assertThat(site.rooms()).as("channels").hasSize(incidents);
        assertThat(announcements(site, incidents)).as("announcements").isEqualTo(1);
        assertThat(cards(site, room, incidents)).as("cards").isEqualTo(1);
        assertThat(room.path("bookmarks")).hasSize(1);
    }

    /** How often the bot has changed something in Slack. */
    private static long deeds(Site site) {
        return site.workspace.calls().stream()
                .map(Call::method)
                .filter(method -> !LOOKING_ROUND.contains(method))
                .count();
    }

    private static boolean isWhole(Site site, int number) {
        JsonNode room = site.rooms().get(number - 1);
        return room.path("pins").size() == 1
                && room.path("bookmarks").size() == 1
                && room.at("/topic/value").asText().contains("sev1")
                && room.path("members").toString().contains("U0ANN")
                && announcements(site, number) > 0;
    }

    private static long announcements(Site site, int number) {
        return site.workspace.messages("incidents").stream()
                .filter(said -> said.path("text").asText().contains("INC-" + number))
                .count();
    }

    private static long cards(Site site, JsonNode room, int number) {
        return site.workspace.messages(room.path("id").asText()).stream()
                .filter(said -> said.path("text").asText().startsWith("INC-" + number + ", sev1"))
                .count();
    }
}
