package dev.muster.workspace.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.people.Choice;
import dev.muster.workspace.people.People;
import dev.muster.workspace.people.Places;
import dev.muster.workspace.people.Response;
import dev.muster.workspace.people.Talk;
import dev.muster.workspace.state.World;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the page does on behalf of the person in front of it. */
final class Acts {
    private final World world;
    private final Deeds deeds;
    private final People people;
    private final Talk talk;
    private final Places places;
    private final Map<String, Act> acts = new HashMap<>();

    /** One thing to do: who, with what. */
    private interface Act {
        ObjectNode by(String user, JsonNode body);
    }

    /** One thing to do to a message. */
    private interface OnMessage {
        void by(String user, String channel, String ts, JsonNode body);
    }

    Acts(Deeds deeds, People people) {
        this.world = deeds.world();
        this.deeds = deeds;
        this.people = people;
        this.talk = people.talk();
        this.places = people.places();
        addTalk();
        addPlaces();
        addUse();
    }

    Optional<ObjectNode> act(String name, JsonNode body) {
        return Optional.ofNullable(acts.get(name)).map(act -> done(act, body));
    }

    private ObjectNode done(Act act, JsonNode body) {
        try {
            String user = world.locked(
                    () -> Reads.person(world, body.path("as").asText("")).id());
            return act.by(user, body);
        } catch (Refusal no) {
            return failed(no.error());
        }
    }

    static ObjectNode failed(String error) {
        return Json.object().put("ok", false).put("error", error);
    }

    private static ObjectNode ok() {
        return Json.object().put("ok", true);
    }

    private void addTalk() {
        acts.put("post", this::post);
        acts.put("upload", (user, body) -> ok().put(
                        "ts", talk.upload(user, channel(body), text(body, "name"), text(body, "text"))));
        onMessage("edit", (user, channel, ts, body) -> talk.edit(user, channel, ts, text(body, "text")));
        onMessage("delete", (user, channel, ts, body) -> talk.delete(user, channel, ts));
        onMessage("react", (user, channel, ts, body) -> talk.react(user, channel, ts, text(body, "name")));
        onMessage("unreact", (user, channel, ts, body) -> talk.unreact(user, channel, ts, text(body, "name")));
        onMessage("pin", (user, channel, ts, body) -> talk.pin(user, channel, ts));
        onMessage("unpin", (user, channel, ts, body) -> talk.unpin(user, channel, ts));
    }

    private void onMessage(String name, OnMessage act) {
        acts.put(name, (user, body) -> {
            act.by(user, channel(body), text(body, "ts"), body);
            return ok();
        });
    }

    private static String text(JsonNode body, String field) {
        return body.path(field).asText("");
    }

    private static String channel(JsonNode body) {
        return text(body, "channel");
    }

    private ObjectNode post(String user, JsonNode body) {
        String text = text(body, "text");
        if (text.startsWith("/")) {
            throw new Refusal("use /ui/command");
        }
        Optional<String> thread = Json.text(body, "thread_ts");
        boolean broadcast = body.path("broadcast").asBoolean();
        return ok().put(
                        "ts",
                        talk.post(user, channel(body), text, thread, broadcast).ts());
    }

    private void addPlaces() {
        acts.put("read", (user, body) -> after(() -> places.read(user, channel(body))));
        acts.put("join", (user, body) -> after(() -> places.join(user, channel(body))));
        acts.put("leave", (user, body) -> after(() -> places.leave(user, channel(body))));
        acts.put("channel", this::create);
        acts.put("dm", this::direct);
    }

    private static ObjectNode after(Runnable deed) {
        deed.run();
        return ok();
    }

    private ObjectNode create(String user, JsonNode body) {
        boolean isPrivate = body.path("is_private").asBoolean();
        return ok().put(
                        "channel",
                        places.create(user, text(body, "name"), isPrivate).id());
    }

    private ObjectNode direct(String user, JsonNode body) {
        String other = text(body, "user");
        if (world.directory().find(other).isEmpty()) {
            throw new Refusal("user_not_found");
        }
        return ok().put("channel", places.direct(user, other).id());
    }

    private void addUse() {
        acts.put("command", this::command);
        acts.put("action", this::action);
        acts.put("submit", this::submit);
        acts.put("close", (user, body) -> after(() -> people.submissions().close(user, text(body, "view_id"))));
        acts.put("shortcut", (user, body) -> answered(people.shortcuts().global(user, text(body, "callback_id"))));
        acts.put("message-shortcut", this::messageShortcut);
        acts.put("options", this::options);
    }

    private static ObjectNode answered(Response response) {
        return response.ok() ? ok() : failed(response.error());
    }

    private ObjectNode command(String user, JsonNode body) {
        return answered(people.commands().run(user, channel(body), text(body, "text")));
    }

    private ObjectNode messageShortcut(String user, JsonNode body) {
        String callbackId = text(body, "callback_id");
        return answered(people.shortcuts().onMessage(user, callbackId, channel(body), text(body, "ts")));
    }

    private ObjectNode action(String user, JsonNode body) {
        JsonNode container = body.path("container");
        JsonNode typed = body.path("state").path("values");
        if (!body.path("action").isObject()) {
            throw new Refusal("invalid_action");
        }
        Choice choice = Choice.sent((ObjectNode) body.path("action"));
        return answered(
                switch (text(container, "type")) {
                    case "message" ->
                        people.presses().inMessage(user, channel(container), text(container, "ts"), choice, typed);
                    case "home" -> people.presses().inView(user, homeId(user), choice, typed);
                    default -> people.presses().inView(user, text(container, "view_id"), choice, typed);
                });
    }

    private String homeId(String user) {
        return world.locked(() -> world.views().home(user))
                .map(view -> view.path("id").asText())
                .orElseThrow(() -> new Refusal("not_found"));
    }

    private ObjectNode submit(String user, JsonNode body) {
        JsonNode typed = body.path("state").path("values");
        Response response = people.submissions().submit(user, text(body, "view_id"), typed);
        JsonNode errors = response.body().map(answer -> answer.path("errors")).orElseGet(Json::object);
        if (!response.ok() && !errors.isEmpty()) {
            ObjectNode failed = Json.object().put("ok", false);
            return failed.set("errors", errors);
        }
        return answered(response);
    }

    private ObjectNode options(String user, JsonNode body) {
        Response response = people.shortcuts().options(user, body, text(body, "value"));
        ObjectNode answer = answered(response);
        JsonNode found = response.body().orElseGet(Json::object);
        answer.set("options", found.path("options").isArray() ? found.path("options") : Json.array());
        if (found.has("option_groups")) {
            answer.set("option_groups", found.path("option_groups"));
        }
        return answer;
    }
}
