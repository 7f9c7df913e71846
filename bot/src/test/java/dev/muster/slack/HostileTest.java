package dev.muster.slack;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.testing.Disk;
import dev.muster.testing.Hostile;
import dev.muster.testing.SignedRequests;
import dev.muster.testing.Typist;
import dev.muster.workspace.Call;
import dev.muster.workspace.Person;
import dev.muster.workspace.Workspace;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hostile words over HTTP, on PostgreSQL, which is the stricter database: each is answered, and what is sent is harmless. */
class HostileTest {

    private static final int STRINGS = 40;
    /** A channel is told something once a second. */
    private static final Duration LONG = Duration.ofSeconds(90);

    private static BotRig bot;
    private static Typist mal;
    private static Disk disk;

    @BeforeAll
    static void start() {
        Workspace workspace = Workspace.builder()
                .people(List.of(
                        Person.of("ann", "Ann Okafor", "", "Europe/London"),
                        Person.of("bob", "Bob Ivers", "", "Europe/London"),
                        Person.of("mal", "*zq* <!channel> \u202e`zq` <@U0EVE>", "", "Europe/London")))
                .start();
        bot = BotRig.start(workspace, Databases.postgres(), Map.of());
        disk = new Disk(bot.settings.database().url());
        String room = bot.declare(
                "mal",
                "sev3 *zq* <!channel> <https://evil.example|click> ```zq &lt;!here&gt; \u202e " + "🔥".repeat(200));
        List.of("ann", "bob").forEach(who -> bot.as(who).join(room));
        mal = new Typist(
                new SignedRequests(bot.address, workspace.signingSecret()),
                "U0MAL",
                "INC-1",
                bot.channel(room).path("id").asText(),
                workspace.url() + "response/none");
    }

    @AfterAll
    static void stop() {
        bot.close();
    }

    @Test
    void answersWhateverComesAndSendsNothingHarmful() {
        Hostile.words(7, STRINGS).forEach(words -> {
            ok(mal.command(words));
            ok(mal.command("note " + words));
            ok(mal.command("search " + words));
            ok(mal.press("say:note", "INC-1 note " + words));
            ok(mal.press(words, words));
            ok(mal.submit("note", Map.of("text", words)));
            ok(mal.submit(words, Map.of(words, words)));
            ok(mal.shortcut("timeline_add", words));
            ok(mal.shortcut("action_new", words));
            ok(mal.say(words));
            ok(mal.share(words));
        });
        tell(Hostile.words(8, 100).skip(80).collect(Collectors.joining(" ", "\0\ud83d", "")));
        await("nothing left to do", LONG, disk::isSettled);
        ok(mal.command("timeline"));
        ok(mal.command("brief"));

        assertThat(bot.workspace.calls())
                .filteredOn(call -> !call.ok() && !call.method().equals("views.open"))
                .filteredOn(call -> call.error().matches("invalid.*|.*too_long|no_text|internal_error"))
                .isEmpty();
        assertThat(bot.workspace.calls().stream().flatMap(HostileTest::harm)).isEmpty();
    }

    /** What the channel is told, and what is asked in a direct message. */
    private static void tell(String words) {
        Stream.of(
                        "update",
                        "decision",
                        "impact",
                        "propose",
                        "link https://a.example/",
                        "sev sev2 because",
                        "sev sev3 because")
                .forEach(verb -> ok(mal.command(verb + " " + words)));
        ok(mal.submit("impact", Map.of("services", words, "revenue", words)));
        ok(mal.submit("action", Map.of("text", words, "due", "in 1s")));
    }

    private static Stream<String> harm(Call call) {
        return Hostile.harm(call.arguments()).stream().map(harm -> call.method() + " " + harm);
    }

    private static void ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("went wrong");
    }
}
