package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Draft;
import dev.muster.workspace.deed.Mrkdwn;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Canvas;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.Files;
import dev.muster.workspace.state.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files: announced, sent, shared. */
final class FilesApi {
    private static final int LONGEST_ALT = 1000;
    private static final int MOST_CHANNELS = 100;
    private static final int LARGEST_SNIPPET = 1 << 20;
    private final World world;
    private final Deeds deeds;
    private final String baseUrl;

    FilesApi(Deeds deeds, String baseUrl) {
        this.world = deeds.world();
        this.deeds = deeds;
        this.baseUrl = baseUrl;
    }

    void addTo(Map<String, Method> methods) {
        methods.put("files.getUploadURLExternal", this::announce);
        methods.put("files.completeUploadExternal", this::complete);
        methods.put("files.info", this::info);
        methods.put("files.list", this::list);
        methods.put("files.delete", this::delete);
    }

    private ObjectNode announce(Args args) {
        String name = args.required("filename");
        args.required("length");
        int length = args.number("length", 0);
        boolean tooLarge = args.has("snippet_type") && length > LARGEST_SNIPPET;
        if (length <= 0 || tooLarge || args.text("alt_txt").length() > LONGEST_ALT) {
            throw Refusal.arguments("invalid length [json-pointer:/length]");
        }
        String id = world.files().announce(name, length, args.text("alt_txt")).id();
        return Json.object().put("upload_url", baseUrl + "upload/" + id).put("file_id", id);
    }

    private ObjectNode complete(Args args) {
        JsonNode files = args.tree("files", "invalid_arguments")
                .filter(given -> given.isArray() && !given.isEmpty())
                .orElseThrow(() -> Refusal.arguments("missing required field: files"));
        List<Channel> channels = channels(args);
        List<Files.Upload> uploads = new ArrayList<>();
        files.forEach(file -> uploads.add(sent(file.path("id").asText())));
        ArrayNode shared = Json.array();
        for (int i = 0; i < uploads.size(); i++) {
            shared.add(share(uploads.get(i), files.get(i)));
        }
        channels.forEach(channel -> post(channel, args, shared));
        return Json.object().set("files", shared.deepCopy());
    }

    private List<Channel> channels(Args args) {
        List<String> ids = new ArrayList<>(args.list("channels"));
        args.find("channel_id").ifPresent(ids::add);
        if (ids.size() > MOST_CHANNELS) {
            throw new Refusal("too_many_channels");
        }
        return ids.stream().map(id -> deeds.openChannel(id, App.BOT_USER)).toList();
    }

    private Files.Upload sent(String id) {
        Files.Upload upload = world.files().upload(id).orElseThrow(() -> new Refusal("file_not_found"));
        if (world.files().content(id).isEmpty()) {
            throw new Refusal("file_not_found");
        }
        return upload;
    }

    private ObjectNode share(Files.Upload upload, JsonNode file) {
        String title = Json.text(file, "title").orElse(upload.name());
        String url = baseUrl + "files/" + upload.id();
        return world.files()
                .share(upload, title, App.BOT_USER, url, world.stamps().seconds());
    }

    private void post(Channel channel, Args args, ArrayNode files) {
        files.forEach(file -> ((ObjectNode) file).withArray("channels").add(channel.id()));
        Draft draft = Draft.of(App.BOT_USER, Mrkdwn.written(args.text("initial_comment")))
                .in(args.find("thread_ts"), false)
                .with("subtype", TextNode.valueOf("file_share"))
                .with("files", files.deepCopy())
                .with("upload", Json.object().booleanNode(true));
        deeds.posting().post(channel, draft);
    }

    private ObjectNode info(Args args) {
        String id = args.required("file");
        Optional<Canvas> canvas = world.canvases().find(id);
        ObjectNode answer = Json.object();
        answer.set("file", canvas.map(found -> CanvasApi.file(found, baseUrl)).orElseGet(() -> deeds.files()
                .get(id)
                .deepCopy()));
        return answer;
    }

    private ObjectNode delete(Args args) {
        deeds.files().delete(args.required("file"), App.BOT_USER);
        return Json.object();
    }

    private ObjectNode list(Args args) {
        List<ObjectNode> found = world.files().all().stream()
                .filter(file -> args.find("channel")
                        .map(channel -> Json.texts(file.path("channels")).contains(channel))
                        .orElse(true))
                .filter(file -> args.find("user")
                        .map(file.path("user").asText()::equals)
                        .orElse(true))
                .toList();
        int count = Math.max(1, args.number("count", 100));
        int page = Math.max(1, args.number("page", 1));
        ObjectNode answer = Json.object();
        List<ObjectNode> given =
                found.stream().skip((page - 1L) * count).limit(count).toList();
        answer.set("files", Json.nodes(given).deepCopy());
        answer.putObject("paging")
                .put("count", count)
                .put("total", found.size())
                .put("page", page)
                .put("pages", Math.max(1, (found.size() + count - 1) / count));
        return answer;
    }
}
