package dev.muster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.Acting;
import dev.muster.workspace.ActingApp;
import dev.muster.workspace.Person;
import dev.muster.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Thirty people and two apps who do things at random in a channel of a workspace, which keeps what is true. The same seed
 * does the same things. Who acts waits for the bot, unless events are held or lost.
 */
final class Crowd {

    /** Everybody; ann is one of them. */
    static final List<Person> PEOPLE = Stream.concat(
                    Stream.of(Person.of("ann", "Ann Okafor", "", "Europe/London")),
                    IntStream.range(1, 30).mapToObj(n -> Person.of("p" + n, "Person " + n, "", "Etc/UTC")))
            .toList();

    private static final List<String> REACTIONS = List.of("eyes", "+1::skin-tone-3", "+1", "pushpin", "tada");
    private static final List<String> WORDS =
            List.of("checkout & cart are slow", "p99 < 2 s", "a > b", "déploiement 🔥", "x:y:z", "line one\nline two");

    /** As many as Slack allows are more. */
    private static final int MOST_PINS = 60;

    private final Workspace workspace;
    private final String channel;
    private final Random random;
    private final ActingApp pager;
    private final ActingApp hook;
    private final List<Said> standing = new ArrayList<>();
    private final List<Runnable> deeds = List.of(
            this::say,
            this::say,
            this::say,
            this::emote,
            this::report,
            this::alert,
            this::share,
            this::reply,
            this::reply,
            this::broadcast,
            this::edit,
            this::edit,
            this::editAgain,
            this::progress,
            this::preview,
            this::delete,
            this::react,
            this::react,
            this::react,
            this::takeBack,
            this::pin,
            this::unpin,
            this::deleteFile,
            this::topic);
    private int pins;

    /** What stands in the channel. */
    private record Said(String ts, String who, Optional<Said> root, Set<Reaction> reactions, boolean isFile) {

        static Said by(String who, String ts) {
            return new Said(ts, who, Optional.empty(), new HashSet<>(), false);
        }

        boolean isApp() {
            return who.contains("-");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Said said && said.ts.equals(ts);
        }

        @Override
        public int hashCode() {
            return ts.hashCode();
        }
    }

    private record Reaction(String who, String name) {}

    /** Everybody comes into the channel. */
    Crowd(Workspace workspace, String channel, long seed) {
        this.workspace = workspace;
        this.channel = channel;
        this.random = new Random(seed);
        this.pager = workspace.asApp("pager-bot");
        this.hook = workspace.asApp("old-hook");
        PEOPLE.stream().skip(1).forEach(person -> workspace.as(person.handle()).join(channel));
    }

    void act(int actions) {
        for (int action = 0; action < actions; action++) {
            deeds.get(random.nextInt(deeds.size())).run();
        }
    }

    private void say() {
        String who = somebody();
        standing.add(Said.by(who, as(who).post(channel, words())));
    }

    private void emote() {
        String who = somebody();
        standing.add(Said.by(who, as(who).me(channel, words())));
    }

    private void report() {
        standing.add(Said.by("pager-bot", pager.post(channel, words())));
    }

    private void alert() {
        standing.add(Said.by("old-hook", hook.postClassic(channel, words())));
    }

    private void share() {
        String who = somebody();
        String ts = as(who).upload(channel, "graph-" + random.nextInt(1000) + ".txt", "1 2 3");
        standing.add(new Said(ts, who, Optional.empty(), new HashSet<>(), true));
    }

    private void reply() {
        any(said -> said.root().isEmpty()).ifPresent(root -> {
            String who = somebody();
            String ts = as(who).reply(channel, root.ts(), words());
            standing.add(new Said(ts, who, Optional.of(root), new HashSet<>(), false));
        });
    }

    private void broadcast() {
        any(said -> said.root().isEmpty()).ifPresent(root -> {
            String who = somebody();
            String ts = as(who).broadcast(channel, root.ts(), words());
            standing.add(new Said(ts, who, Optional.of(root), new HashSet<>(), false));
        });
    }

    private void edit() {
        any(said -> !said.isApp()).ifPresent(said -> as(said.who()).edit(channel, said.ts(), words()));
    }

    private void editAgain() {
        any(said -> !said.isApp()).ifPresent(said -> {
            as(said.who()).edit(channel, said.ts(), words());
            as(said.who()).edit(channel, said.ts(), words());
        });
    }

    private void progress() {
        any(Said::isApp).ifPresent(said -> app(said).edit(channel, said.ts(), json().put("text", words())));
    }

    private void preview() {
        any(said -> !said.isApp()).ifPresent(said -> {
            ObjectNode preview = json().put("id", 1).put("from_url", "https://x.example/1");
            preview.put("original_url", "https://x.example/1")
                    .put("title", "A page")
                    .put("text", "of somebody's");
            pager.unfurl(
                    channel, said.ts(), JsonNodeFactory.instance.arrayNode().add(preview));
        });
    }

    private void delete() {
        any(said -> true).ifPresent(said -> {
            standing.remove(said);
            pins -= isPinned(said) ? 1 : 0;
            if (said.isApp()) {
                app(said).delete(channel, said.ts());
            } else {
                as(said.who()).delete(channel, said.ts());
            }
        });
    }

    private void react() {
        any(said -> true).ifPresent(said -> {
            Reaction reaction = new Reaction(somebody(), REACTIONS.get(random.nextInt(REACTIONS.size())));
            if (said.reactions().add(reaction)) {
                as(reaction.who()).react(channel, said.ts(), reaction.name());
            }
        });
    }

    private void takeBack() {
        any(said -> !said.reactions().isEmpty()).ifPresent(said -> {
            Reaction reaction = said.reactions().iterator().next();
            said.reactions().remove(reaction);
            as(reaction.who()).unreact(channel, said.ts(), reaction.name());
        });
    }

    private void pin() {
        any(said -> pins < MOST_PINS && !isPinned(said)).ifPresent(said -> {
            pins++;
            as(somebody()).pin(channel, said.ts());
        });
    }

    private void unpin() {
        any(this::isPinned).ifPresent(said -> {
            pins--;
            as(somebody()).unpin(channel, said.ts());
        });
    }

    private void deleteFile() {
        any(said -> !file(said).isEmpty()).ifPresent(said -> as(said.who()).deleteFile(channel, file(said)));
    }

    private void topic() {
        as(somebody()).topic(channel, words().replace('\n', ' '));
    }

    private boolean isPinned(Said said) {
        return message(said).has("pinned_to");
    }

    /** The id of what it shares; empty if nothing, or nothing any more. */
    private String file(Said said) {
        JsonNode file = said.isFile() ? message(said).path("files").path(0) : json();
        return file.path("mode").asText().equals("tombstone")
                ? ""
                : file.path("id").asText();
    }

    private JsonNode message(Said said) {
        return workspace.message(channel, said.ts()).orElseThrow();
    }

    private ActingApp app(Said said) {
        return said.who().equals("pager-bot") ? pager : hook;
    }

    /** One of those that fit, if a few tries find any. */
    private Optional<Said> any(Predicate<Said> fits) {
        for (int tries = 0; tries < 20 && !standing.isEmpty(); tries++) {
            Said said = standing.get(random.nextInt(standing.size()));
            if (fits.test(said)) {
                return Optional.of(said);
            }
        }
        return Optional.empty();
    }

    private Acting as(String handle) {
        return workspace.as(handle);
    }

    private String somebody() {
        return PEOPLE.get(random.nextInt(PEOPLE.size())).handle();
    }

    private String words() {
        return WORDS.get(random.nextInt(WORDS.size())) + " " + random.nextInt(100_000);
    }

    private static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode();
    }
}
