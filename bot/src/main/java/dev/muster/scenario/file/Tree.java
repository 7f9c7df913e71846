package dev.muster.scenario.file;

import static dev.muster.config.shape.Values.each;
import static dev.muster.config.shape.Values.lasting;
import static dev.muster.config.shape.Values.named;
import static dev.muster.config.shape.Values.optional;
import static dev.muster.config.shape.Values.text;
import static dev.muster.config.shape.Values.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import dev.muster.incident.Role;
import dev.muster.incident.Severity;
import dev.muster.incident.Stage;
import dev.muster.scenario.Act;
import dev.muster.scenario.Condition;
import dev.muster.scenario.Cue;
import dev.muster.scenario.Expected;
import dev.muster.scenario.Finding;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Member;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Temper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A tree of values that has the shape of a scenario, as the scenario that it is. */
final class Tree {

    /** Who nags does so more than once, and not for ever. */
    private static final int NAGGING = 3;

    private static final Map<String, Function<String, Condition>> CONDITIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("missing", word -> Condition.missing(Role.valueOf(upper(word)))),
            Map.entry("held", word -> Condition.held(Role.valueOf(upper(word)))),
            Map.entry("silent", word -> Condition.silent(lasting(word))),
            Map.entry("reached", word -> Condition.reached(Stage.valueOf(upper(word)))),
            Map.entry("before", word -> Condition.before(Stage.valueOf(upper(word)))),
            Map.entry("severity", word -> Condition.severity(Severity.valueOf(upper(word)))),
            Map.entry("said", word -> Condition.said(pattern(word))),
            Map.entry("unsaid", word -> Condition.unsaid(pattern(word))),
            Map.entry("decided", word -> Condition.decided(pattern(word))),
            Map.entry("undecided", word -> Condition.undecided(pattern(word))),
            Map.entry("inject", Condition::after)));

    private final JsonNode root;

    Tree(JsonNode root) {
        this.root = root;
    }

    Scenario scenario() {
        JsonNode metadata = root.path("metadata");
        return new Scenario(
                text(metadata, "id"),
                text(metadata, "title"),
                text(metadata, "about"),
                text(metadata, "source"),
                Severity.valueOf(upper(text(metadata, "severity"))),
                each(root.path("cast"), Tree::member),
                each(root.path("opening"), Tree::inject),
                each(root.path("injects"), Tree::inject),
                expected(root.path("expected")),
                each(root.path("findings"), Tree::finding));
    }

    private static Member member(JsonNode node) {
        return new Member(
                text(node, "id"),
                text(node, "name"),
                text(node, "part"),
                Temper.valueOf(upper(optional(node, "temper").orElse("calm"))));
    }

    private static Inject inject(JsonNode node) {
        return new Inject(text(node, "id"), cue(node), act(node));
    }

    private static Cue cue(JsonNode node) {
        List<Condition> when = new ArrayList<>();
        CONDITIONS.forEach(
                (name, make) -> optional(node.path("when"), name).map(make).ifPresent(when::add));
        Optional<Duration> again = duration(node, "again");
        int usual = again.isPresent() ? NAGGING : 1;
        return new Cue(
                when,
                duration(node, "after").orElse(Duration.ZERO),
                again,
                node.path("times").asInt(usual));
    }

    private static Act act(JsonNode node) {
        if (node.has("alert")) {
            JsonNode alert = node.get("alert");
            return new Act.Alert(text(alert, "name"), text(alert, "text"), named(alert, "labels"));
        }
        if (node.has("slack")) {
            JsonNode slack = node.get("slack");
            return new Act.Trouble(
                    Act.Trouble.Sort.valueOf(upper(text(slack, "sort"))), lasting(text(slack, "lasting")));
        }
        String from = text(node, "from");
        return optional(node, "command")
                .<Act>map(
                        words -> new Act.Command(from, words, texts(node, "say").get(0)))
                .orElseGet(() -> new Act.Say(from, place(node), texts(node, "say")));
    }

    private static Act.Place place(JsonNode node) {
        return Act.Place.valueOf(upper(optional(node, "in").orElse("incident")));
    }

    private static Expected expected(JsonNode node) {
        return new Expected(lasting(text(node, "mitigated")), optional(node, "runbook"));
    }

    private static Finding finding(JsonNode node) {
        return new Finding(text(node, "id"), text(node, "title"), pattern(text(node, "words")));
    }

    private static Optional<Duration> duration(JsonNode node, String name) {
        return optional(node, name).map(word -> lasting(word));
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
