package dev.muster.workspace.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.deed.ViewDesk;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.push.Outcome;
import dev.muster.workspace.push.Parcel;
import dev.muster.workspace.push.Postman;
import dev.muster.workspace.state.Row;
import dev.muster.workspace.state.World;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sends forms off, does what the bot answers, and closes forms. */
public final class Submissions {
    private final World world;
    private final ViewDesk desk;
    private final Postman postman;
    private final Payloads payloads;

    Submissions(Deeds deeds, Postman postman, Payloads payloads) {
        this.world = deeds.world();
        this.desk = deeds.views();
        this.postman = postman;
        this.payloads = payloads;
    }

    /** A form and what stands in it. */
    private record Filled(ObjectNode view, ObjectNode values) {}

    public Response submitTop(String user, Map<String, ?> given) {
        return submit(user, world.locked(() -> {
            ObjectNode view = top(user);
            return new Filled(view, Forms.values(view, given));
        }));
    }

    public Response submit(String user, String viewId, JsonNode typed) {
        return submit(user, world.locked(() -> {
            ObjectNode view = mine(user, viewId);
            return new Filled(view, Forms.merged(view, typed));
        }));
    }

    private ObjectNode top(String user) {
        return world.views().top(user).orElseThrow(() -> new Refusal("no_open_view"));
    }

    private ObjectNode mine(String user, String viewId) {
        return world.views().stack(user).stream()
                .filter(view -> view.path("id").asText().equals(viewId))
                .findFirst()
                .orElseThrow(() -> new Refusal("not_found"));
    }

    private Response submit(String user, Filled form) {
        ObjectNode errors = Forms.errors(form.view(), form.values());
        if (!errors.isEmpty()) {
            return Response.incomplete(errors);
        }
        ObjectNode payload = world.locked(() -> payload(user, form.view(), form.values()));
        String name = payload.path("view").path("callback_id").asText();
        Outcome outcome = postman.send(Parcel.of(Row.Kind.VIEW_SUBMISSION, name, payload));
        Response response = Response.of(outcome);
        return response.ok() ? follow(user, form.view(), response, outcome.body()) : response;
    }

    private ObjectNode payload(String user, ObjectNode view, ObjectNode values) {
        view.withObject("/state").set("values", values);
        ObjectNode payload = payloads.interaction("view_submission", user);
        payload.set("view", view.deepCopy());
        payload.putArray("response_urls");
        return payload;
    }

    private Response follow(String user, ObjectNode view, Response response, String body) {
        if (!body.isBlank() && response.body().filter(JsonNode::isObject).isEmpty()) {
            return response.failing("invalid_answer");
        }
        try {
            return world.locked(() -> act(user, view, response));
        } catch (Refusal unfit) {
            return response.failing(unfit.error());
        }
    }

    private Response act(String user, ObjectNode view, Response response) {
        JsonNode answer = response.body().orElseGet(Json::object);
        switch (answer.path("response_action").asText("")) {
            case "" -> desk.close(user, view.path("id").asText());
            case "clear" -> desk.closeAll(user);
            case "update" -> desk.update(view, answer.path("view"), Optional.empty());
            case "push" -> desk.push(user, answer.path("view"));
            case "errors" -> {
                return response.failing(known(view, answer.path("errors")) ? "errors" : "invalid_answer");
            }
            default -> {
                return response.failing("invalid_answer");
            }
        }
        return response;
    }

    /** Errors may only be about input blocks of this view. */
    private static boolean known(ObjectNode view, JsonNode errors) {
        Set<String> inputs = new HashSet<>();
        for (JsonNode block : view.path("blocks")) {
            if (block.path("type").asText().equals("input")) {
                inputs.add(block.path("block_id").asText());
            }
        }
        return !errors.isEmpty() && errors.properties().stream().allMatch(error -> inputs.contains(error.getKey()));
    }

    public void close(String user, String viewId) {
        ObjectNode payload = world.locked(() -> {
            ObjectNode view = mine(user, viewId);
            desk.close(user, viewId);
            ObjectNode closed = payloads.interaction("view_closed", user);
            closed.remove("trigger_id");
            closed.set("view", view.deepCopy());
            return closed.put("is_cleared", false);
        });
        if (payload.path("view").path("notify_on_close").asBoolean()) {
            String name = payload.path("view").path("callback_id").asText();
            postman.send(Parcel.of(Row.Kind.VIEW_CLOSED, name, payload));
        }
    }

    public void closeTop(String user) {
        close(user, world.locked(() -> top(user).path("id").asText()));
    }
}
