package dev.muster.prove;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.testing.BotRig;
import dev.muster.testing.SignedRequests;
import dev.muster.workspace.Acting;
import dev.muster.workspace.Push;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All that Slack sends, as it was sent: people do everything once, and what the bot was brought is kept. */
final class Samples {

    private static final Set<String> FORMS = Set.of(
            "command",
            "block_actions",
            "view_submission",
            "view_closed",
            "shortcut",
            "message_action",
            "block_suggestion");

    /** What a menu asks, which the bot has none of. */
    private static final String SUGGESTION = "block_suggestion";

    /** What nobody does, but Slack. */
    private static final List<String> FORMALITIES = List.of(
            "{\"token\":\"local\",\"challenge\":\"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P\","
                    + "\"type\":\"url_verification\"}",
            "{\"token\":\"local\",\"type\":\"app_rate_limited\",\"team_id\":\"T0LOCAL\",\"minute_rate_limited\":1518467820,"
                    + "\"api_app_id\":\"A0MUSTER\"}");

    private Samples() {}

    /** One request: what kind it is, and what is in it. */
    record Sample(String kind, JsonNode body) {

        boolean isForm() {
            return FORMS.contains(kind);
        }

        boolean isCommand() {
            return kind.equals("command");
        }

        String type() {
            return isForm() ? SignedRequests.FORM : SignedRequests.JSON;
        }
    }

    /** Has everything done in this room, which belongs to an incident. */
    static List<Sample> of(Site site, String room) {
        talk(site, room);
        press(site, room);
        change(site.workspace.as("ann"), room);
        List<Sample> samples =
                site.workspace.pushes().stream().map(Samples::sample).collect(Collectors.toList());
        FORMALITIES.forEach(text -> samples.add(new Sample("event", Jsons.read(text))));
        samples.add(new Sample(SUGGESTION, suggestion(samples)));
        return List.copyOf(samples);
    }

    private static Sample sample(Push push) {
        return new Sample(push.kind(), push.body());
    }

    private static void talk(Site site, String room) {
        Acting bob = site.workspace.as("bob");
        bob.join(room);
        String said = bob.post(room, "The pool is exhausted, see <https://wiki.example/pool|the page> & tell <@U0ANN>");
        String reply = bob.reply(room, said, "Since the deployment?");
        bob.broadcast(room, said, "It is the deployment");
        bob.me(room, "looks at the graphs");
        bob.edit(room, said, "The pool of checkout is exhausted");
        bob.react(room, said, "pushpin");
        bob.unreact(room, said, "pushpin");
        bob.pin(room, said);
        bob.unpin(room, said);
        bob.messageShortcut("timeline_add", room, said);
        bob.messageShortcut("action_new", room, said);
        form(site, "bob").closeView();
        bob.delete(room, reply);
        bob.upload(room, "graph.txt", "one two three");
        bob.huddle(room);
        bob.openHome();
        bob.say("hello");
    }

    private static void change(Acting ann, String room) {
        ann.invite(room, "cleo");
        ann.kick(room, "cleo");
        ann.topic(room, "What a day");
        ann.rename(room, "inc-1-renamed");
        ann.archive("inc-1-renamed");
        ann.unarchive("inc-1-renamed");
        ann.rename("inc-1-renamed", room);
    }

    private static void press(Site site, String room) {
        Acting ann = site.workspace.as("ann");
        ann.shortcut("incident_new");
        form(site, "ann").closeView();
        ann.slash(room, "/incident note");
        form(site, "ann").submit(Map.of("text", "We have looked at the pool"));
        for (String words : List.of("", "help", "timeline", "list", "search pool", "note The pool is full", "tasks")) {
            ann.slash(room, "/incident " + words);
        }
        JsonNode card = site.workspace.messages(room).stream()
                .filter(message -> !message.findValues("action_id").isEmpty())
                .findFirst()
                .orElseThrow();
        new TreeSet<>(card.findValuesAsText("action_id"))
                .forEach(action ->
                        ann.press(room, card.path("ts").asText(), action).ok());
    }

    /** Somebody who has a form before them. */
    private static Acting form(Site site, String who) {
        BotRig.await("a form", () -> !site.workspace.openViews(who).isEmpty());
        return site.workspace.as(who);
    }

    private static JsonNode suggestion(List<Sample> samples) {
        return samples.stream()
                .filter(sample -> sample.kind().equals("block_actions"))
                .findFirst()
                .map(sample -> Jsons.with(
                        sample.body(), Map.of("type", SUGGESTION, "action_id", "a", "block_id", "b", "value", "po")))
                .orElseThrow();
    }
}
