package dev.muster.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.BotProcess;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.testing.Hostile;
import dev.muster.testing.SignedRequests;
import dev.muster.testing.Typist;
import dev.muster.workspace.Acting;
import dev.muster.workspace.Call;
import dev.muster.workspace.Person;
import dev.muster.workspace.Workspace;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Hostile words through every way in, on the stricter database: each is answered, and nothing that Slack was sent, and
 * nothing that is exported, calls anybody, links anywhere, formats, or runs.
 */
class HostileProof {

    /** Each is told something once a second. */
    private static final int ROOMS = Proof.isLong() ? 40 : 2;

    /** How many of them are exported. */
    private static final int EXPORTED = Proof.isLong() ? 10 : 1;

    private static final int MOST_NOTED = 120;

    /** What only the record keeps, so that there may be any number of it. */
    private static final List<BiFunction<Typist, String, HttpResponse<String>>> QUIET = List.of(
            Typist::command,
            (mal, words) -> mal.command("note " + words),
            (mal, words) -> mal.command("search " + words),
            (mal, words) -> mal.command("timeline " + people(words)),
            (mal, words) -> mal.press("say:note", mal.incident() + " note " + words),
            (mal, words) -> mal.press(words, words),
            (mal, words) -> mal.submit("note", Map.of("text", words)),
            (mal, words) -> mal.submit(words, Map.of(words, words)),
            (mal, words) -> mal.shortcut("timeline_add", words),
            (mal, words) -> mal.shortcut("action_new", words),
            (mal, words) -> mal.shortcut("incident_from_message", words),
            Typist::say,
            Typist::share);

    /** What the channel is told. Who names a person, or a page, means it. */
    private static final List<BiFunction<Typist, String, HttpResponse<String>>> TOLD = List.of(
            (mal, words) -> mal.command("update " + words),
            (mal, words) -> mal.command("decision " + words),
            (mal, words) -> mal.command("impact " + words),
            (mal, words) -> mal.command("propose " + words),
            (mal, words) -> mal.command("action Look " + people(words)),
            (mal, words) -> mal.command("role tech " + people(words)),
            (mal, words) -> mal.command("link https://a.example/ " + words.replace("//evil", "//good")),
            (mal, words) -> mal.command("sev sev2 because " + words),
            (mal, words) -> mal.command("stage identified " + words),
            (mal, words) -> mal.command("resolve " + words),
            (mal, words) -> mal.command("cause slow-query tag:" + words),
            (mal, words) -> mal.command("write causes " + words),
            (mal, words) -> mal.submit("update", Map.of("text", words)),
            (mal, words) -> mal.submit("impact", Map.of("services", words, "revenue", words, "text", words)),
            (mal, words) -> mal.submit("action", Map.of("text", words, "due", "in 1s")),
            (mal, words) -> mal.submit("link", Map.of("url", "https://a.example/", "title", words)),
            (mal, words) -> mal.submit("decision", Map.of("text", words)));

    @Test
    void doesNobodyHarm() throws Exception {
        Proof.that(Part.INPUT, "hostile words by every way in: nothing called, linked, formatted or run")
                .seenRed("< is not escaped for Slack; < is not escaped in HTML; formulas are not guarded in CSV")
                .rounds(6, 2_000)
                .holds(trial -> {
                    List<String> words = Hostile.words(trial.random.nextLong(), Math.max(trial.rounds, MOST_NOTED))
                            .toList();
                    try (Site site = new Site(company(words), Databases.postgres(), Map.of())) {
                        List<Typist> rooms = rooms(site, site.start(), words);
                        rooms.stream().limit(EXPORTED).forEach(mal -> noteAll(mal, words));
                        for (int round = 0; round < trial.rounds; round++) {
                            Typist mal = rooms.get(round % ROOMS);
                            String said = words.get((round + trial.random.nextInt(words.size())) % words.size());
                            trial.step("%s: %s", mal.incident(), said);
                            QUIET.forEach(way -> ok(way.apply(mal, said)));
                            ok(TOLD.get(round % TOLD.size()).apply(mal, said));
                            mark(site.workspace.as("bob"), mal.channel(), said);
                        }
                        site.settle();
                        rooms.forEach(mal -> Stream.of("timeline", "brief", "status", "actions", "postmortem")
                                .forEach(verb -> ok(mal.command(verb))));

                        List<Call> calls = site.workspace.calls();
                        assertThat(calls.stream().flatMap(HostileProof::harm)).isEmpty();
                        assertThat(calls.stream().filter(HostileProof::isMalformed))
                                .isEmpty();
                        long exported = rooms.stream()
                                .limit(EXPORTED)
                                .mapToLong(mal -> exported(site, mal))
                                .sum();
                        return "%,d strings, %,d calls of Slack, %,d kB of exports"
                                .formatted(trial.rounds, calls.size(), exported / 1024);
                    }
                });
    }

    /** Some of whom have made their names of it. */
    private static Workspace company(List<String> words) {
        List<Person> people = new ArrayList<>(
                List.of(Person.of("ann", "Ann Okafor", "", "UTC"), Person.of("bob", "Bob Ivers", "", "UTC")));
        for (int room = 0; room < ROOMS; room++) {
            people.add(Person.of("mal" + room, "M " + words.get(words.size() - 1 - room), "", "UTC"));
        }
        return Workspace.builder().people(people).start();
    }

    /** An incident for each of them, with a title that is no better. */
    private static List<Typist> rooms(Site site, BotProcess process, List<String> words) {
        SignedRequests slack = new SignedRequests(process.address, site.workspace.signingSecret());
        String lobby =
                site.workspace.channel("general").orElseThrow().path("id").asText();
        String nowhere = site.workspace.url() + "response/none";
        List<Typist> rooms = new ArrayList<>();
        for (int room = 0; room < ROOMS; room++) {
            Typist mal = new Typist(slack, "U0MAL" + room, "", lobby, nowhere);
            String title = "Words " + words.get((room * 7 + 1) % words.size());
            ok(mal.submit("declare", Map.of("title", title, "severity", "sev3", "new", "yes")));
            rooms.add(mal.in("INC-" + (room + 1), opened(site, room)));
        }
        return rooms;
    }

    private static String opened(Site site, int before) {
        BotRig.await(
                "a channel with a card",
                Site.PATIENCE,
                () -> site.rooms().size() > before
                        && !site.rooms().get(before).path("pins").isEmpty());
        String id = site.rooms().get(before).path("id").asText();
        site.workspace.as("bob").join(id);
        return id;
    }

    /** What is exported has some of everything in it. */
    private static void noteAll(Typist mal, List<String> words) {
        for (int first = 0; first < MOST_NOTED; first += 10) {
            ok(mal.command("note " + String.join(" ", words.subList(first, first + 10))));
        }
    }

    /** Says it as people do, marks it, and calls the channel's topic so. */
    private static void mark(Acting bob, String channel, String words) {
        String ts = bob.post(channel, "I see " + words);
        bob.react(channel, ts, "pushpin");
        bob.pin(channel, ts);
        bob.topic(channel, words.substring(0, Math.min(words.length(), 200)));
    }

    private static String people(String words) {
        return words.replace("<@", "<%");
    }

    /** What a form is told is plain text. */
    private static void ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("went wrong");
        boolean isMarkup = answer.body().startsWith("{") && !answer.body().contains("\"response_action\":\"errors\"");
        assertThat(isMarkup ? Hostile.harm(Jsons.read(answer.body())) : List.of())
                .isEmpty();
    }

    private static Stream<String> harm(Call call) {
        return Hostile.harm(call.arguments()).stream().map(harm -> call.method() + " " + harm);
    }

    /** Slack did not take it for what it is. A form needs somebody who has pressed something, which nobody here has. */
    private static boolean isMalformed(Call call) {
        return !call.ok()
                && !call.method().equals("views.open")
                && call.error().matches("invalid.*|.*too_long|no_text|internal_error");
    }

    /** How much there is of it. */
    private static long exported(Site site, Typist mal) {
        String html = export(site, mal, "html");
        String csv = export(site, mal, "csv");
        String markdown = export(site, mal, "md");
        String paper =
                site.type("postmortem", mal.incident(), "--format", "html").ok();
        assertThat(Harmless.html(html)).isEmpty();
        assertThat(Harmless.html(paper)).isEmpty();
        assertThat(Harmless.csv(csv)).isEmpty();
        assertThat(Harmless.markdown(markdown)).isEmpty();
        return html.length() + csv.length() + markdown.length() + paper.length();
    }

    private static String export(Site site, Typist mal, String format) {
        return site.type("timeline", "export", mal.incident(), "--format", format)
                .ok();
    }
}
