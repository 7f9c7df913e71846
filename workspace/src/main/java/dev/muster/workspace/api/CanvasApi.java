package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.deed.CanvasDesk;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Canvas;
import dev.muster.workspace.state.Channel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Canvases as documents; who may read them is not kept. */
final class CanvasApi {
    private final Deeds deeds;
    private final CanvasDesk desk;

    CanvasApi(Deeds deeds) {
        this.deeds = deeds;
        this.desk = deeds.canvases();
    }

    void addTo(Map<String, Method> methods) {
        methods.put("canvases.create", this::create);
        methods.put("conversations.canvases.create", this::inChannel);
        methods.put("canvases.edit", this::edit);
        methods.put("canvases.delete", this::delete);
        methods.put("canvases.sections.lookup", this::lookup);
        methods.put("canvases.access.set", this::access);
        methods.put("canvases.access.delete", this::access);
    }

    private ObjectNode create(Args args) {
        Optional<Channel> channel = args.find("channel_id").map(id -> deeds.openChannel(id, App.BOT_USER));
        return made(desk.create(args.text("title"), content(args), channel));
    }

    private ObjectNode inChannel(Args args) {
        Channel channel = deeds.openChannel(args.required("channel_id"), App.BOT_USER);
        String title = args.find("title").orElse(channel.name());
        return made(desk.create(title, content(args), Optional.of(channel)));
    }

    private static ObjectNode made(Canvas canvas) {
        return Json.object().put("canvas_id", canvas.id());
    }

    private static Optional<JsonNode> content(Args args) {
        return args.tree("document_content", "invalid_arguments");
    }

    private Canvas canvas(Args args) {
        return desk.get(args.required("canvas_id"));
    }

    private ObjectNode edit(Args args) {
        Canvas canvas = canvas(args);
        desk.edit(canvas, tree(args, "changes"));
        return Json.object();
    }

    private static JsonNode tree(Args args, String name) {
        return args.tree(name, "invalid_arguments")
                .orElseThrow(() -> Refusal.arguments("missing required field: " + name));
    }

    private ObjectNode delete(Args args) {
        desk.delete(canvas(args));
        return Json.object();
    }

    private ObjectNode lookup(Args args) {
        Canvas canvas = canvas(args);
        JsonNode criteria = tree(args, "criteria");
        List<String> kinds = Json.texts(criteria.path("section_types"));
        String words = criteria.path("contains_text").asText("");
        List<ObjectNode> found = desk.lookup(canvas, kinds, words).stream()
                .map(section -> Json.object().put("id", section.id()))
                .toList();
        return Json.object().set("sections", Json.nodes(found));
    }

    private ObjectNode access(Args args) {
        canvas(args);
        if (args.has("channel_ids") == args.has("user_ids")) {
            throw Refusal.arguments("must provide either channel_ids or user_ids");
        }
        return Json.object();
    }

    /** As files.info tells it. */
    static ObjectNode file(Canvas canvas, String baseUrl) {
        ObjectNode file = Json.object().put("id", canvas.id()).put("created", canvas.created());
        file.put("timestamp", canvas.created()).put("name", canvas.title()).put("title", canvas.title());
        file.put("mimetype", "application/vnd.slack-docs")
                .put("filetype", "quip")
                .put("pretty_type", "Canvas");
        file.put("user", App.BOT_USER)
                .put("mode", "quip")
                .put("size", canvas.markdown().length());
        file.put("permalink", baseUrl + "docs/" + App.TEAM + "/" + canvas.id());
        canvas.channel().ifPresent(channel -> file.putArray("channels").add(channel.id()));
        return file;
    }
}
