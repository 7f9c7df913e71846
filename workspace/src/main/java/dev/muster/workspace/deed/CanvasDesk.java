package dev.muster.workspace.deed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.Canvas;
import dev.muster.workspace.state.Canvas.Section;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.World;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes canvases. */
public final class CanvasDesk {
    private static final int LONGEST = 100_000;
    private final World world;

    public CanvasDesk(World world) {
        this.world = world;
    }

    public Canvas get(String id) {
        return world.canvases()
                .find(id)
                .orElseThrow(() -> new Refusal(world.canvases().isDeleted(id) ? "canvas_deleted" : "canvas_not_found"));
    }

    /** With a channel it hangs at its top, where there is room for one. */
    public Canvas create(String title, Optional<JsonNode> content, Optional<Channel> channel) {
        if (channel.flatMap(world.canvases()::of).isPresent()) {
            throw new Refusal("channel_canvas_already_exists");
        }
        List<Section> sections = content.map(CanvasDesk::sections).orElse(List.of());
        Canvas canvas = new Canvas(title, channel, world.stamps().seconds());
        canvas.sections().addAll(sections);
        world.canvases().put(canvas);
        return canvas;
    }

    private static List<Section> sections(JsonNode content) {
        JsonNode markdown = content.path("markdown");
        boolean fits = content.path("type").asText().equals("markdown") && markdown.isTextual();
        if (!fits || markdown.asText().length() > LONGEST) {
            throw Refusal.arguments("invalid document_content [json-pointer:/document_content]");
        }
        return Canvas.parse(markdown.asText());
    }

    /** One change at a time is all the platform takes. */
    public void edit(Canvas canvas, JsonNode changes) {
        if (!changes.isArray() || changes.size() != 1) {
            throw Refusal.arguments("must provide exactly one change [json-pointer:/changes]");
        }
        JsonNode change = changes.path(0);
        String operation = change.path("operation").asText();
        switch (operation) {
            case "rename" -> rename(canvas, change.path("title_content"));
            case "insert_at_start" -> canvas.sections().addAll(0, given(change));
            case "insert_at_end" -> canvas.sections().addAll(given(change));
            case "insert_before" -> canvas.sections().addAll(place(canvas, change), given(change));
            case "insert_after" -> canvas.sections().addAll(place(canvas, change) + 1, given(change));
            case "replace" -> replace(canvas, change);
            case "delete" -> canvas.sections().remove(place(canvas, change));
            default -> throw Refusal.arguments("unknown operation [json-pointer:/changes/0/operation]");
        }
    }

    private static void rename(Canvas canvas, JsonNode title) {
        canvas.title(Json.text(title, "markdown")
                .orElseThrow(() -> Refusal.arguments("missing required field: title_content")));
    }

    private static List<Section> given(JsonNode change) {
        return sections(change.path("document_content"));
    }

    /** Without a section everything is replaced. */
    private static void replace(Canvas canvas, JsonNode change) {
        List<Section> now = given(change);
        if (!change.has("section_id")) {
            canvas.sections().clear();
            canvas.sections().addAll(now);
            return;
        }
        int at = place(canvas, change);
        canvas.sections().remove(at);
        canvas.sections().addAll(at, now);
    }

    private static int place(Canvas canvas, JsonNode change) {
        String id = change.path("section_id").asText();
        for (int i = 0; i < canvas.sections().size(); i++) {
            if (canvas.sections().get(i).id().equals(id)) {
                return i;
            }
        }
        throw new Refusal("canvas_editing_failed");
    }

    public void delete(Canvas canvas) {
        world.canvases().delete(canvas.id());
    }

    /** The sections that are of one of these kinds and hold these words, in any case; no kinds are all kinds. */
    public List<Section> lookup(Canvas canvas, List<String> kinds, String words) {
        return canvas.sections().stream()
                .filter(section -> kinds.isEmpty() || kinds.stream().anyMatch(kind -> is(section, kind)))
                .filter(section -> section.markdown().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static boolean is(Section section, String kind) {
        return kind.equals("any_header")
                ? !section.heading().isEmpty()
                : section.heading().equals(kind);
    }
}
