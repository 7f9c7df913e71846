package dev.muster.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CanvasTest extends WorkspaceCase {
    private String canvas = "";

    @BeforeEach
    void write() {
        String content = content("# What happened\n\nCheckout was down.\n\n## Why\n\nA full disk.");
        canvas = api.ok("canvases.create", "title", "Paper", "document_content", content)
                .path("canvas_id")
                .asText();
    }

    private static String content(String markdown) {
        return "{\"type\":\"markdown\",\"markdown\":\"" + markdown.replace("\n", "\\n") + "\"}";
    }

    private String edit(String change) {
        return api.error("canvases.edit", "canvas_id", canvas, "changes", "[" + change + "]");
    }

    private String change(String operation, String section, String markdown) {
        return "{\"operation\":\"" + operation + "\",\"section_id\":\"" + section + "\",\"document_content\":"
                + content(markdown) + "}";
    }

    private String section(String words) {
        JsonNode found = api.ok(
                "canvases.sections.lookup", "canvas_id", canvas, "criteria", "{\"contains_text\":\"" + words + "\"}");
        return found.path("sections").path(0).path("id").asText();
    }

    private String text() {
        return workspace.canvas(canvas).orElse("gone");
    }

    @Test
    void keepsWhatIsWrittenSectionBySection() {
        assertThat(edit("{\"operation\":\"insert_at_end\",\"document_content\":" + content("Later: alerts.") + "}"))
                .isEqualTo("none");
        assertThat(edit(change("insert_before", section("Why"), "Nobody was paged.")))
                .isEqualTo("none");
        assertThat(edit(change("insert_after", section("What"), "On Friday."))).isEqualTo("none");
        assertThat(edit(change("replace", section("full disk"), "Logs filled a disk.")))
                .isEqualTo("none");
        assertThat(edit("{\"operation\":\"delete\",\"section_id\":\"" + section("checkout") + "\"}"))
                .isEqualTo("none");

        assertThat(text())
                .isEqualTo("# What happened\n\nOn Friday.\n\nNobody was paged.\n\n## Why\n\nLogs filled a disk.\n\n"
                        + "Later: alerts.");
    }

    @Test
    void findsHeadingsByTheirKind() {
        String criteria = "{\"section_types\":[\"h2\"]}";
        assertThat(api.ok("canvases.sections.lookup", "canvas_id", canvas, "criteria", criteria)
                        .path("sections"))
                .hasSize(1);
        criteria = "{\"section_types\":[\"any_header\"]}";
        assertThat(api.ok("canvases.sections.lookup", "canvas_id", canvas, "criteria", criteria)
                        .path("sections"))
                .hasSize(2);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThat(edit(change("replace", "temp:C:NOSUCH", "x"))).isEqualTo("canvas_editing_failed");
        assertThat(edit("{\"operation\":\"explode\"}")).isEqualTo("invalid_arguments");
        assertThat(edit("{\"operation\":\"insert_at_end\",\"document_content\":{\"type\":\"blocks\"}}"))
                .isEqualTo("invalid_arguments");
        assertThat(edit(change("insert_at_end", "", "a") + "," + change("insert_at_end", "", "b")))
                .isEqualTo("invalid_arguments");
        assertThat(api.error("canvases.edit", "canvas_id", "FNOSUCH", "changes", "[]"))
                .isEqualTo("canvas_not_found");
        assertThat(text()).doesNotContain("x", "a\n\nb");
    }

    @Test
    void hangsOneInEachChannelAndNoMore() {
        String hung = api.ok(
                        "conversations.canvases.create", "channel_id", incidents, "document_content", content("hi"))
                .path("canvas_id")
                .asText();

        assertThat(api.error("conversations.canvases.create", "channel_id", incidents))
                .isEqualTo("channel_canvas_already_exists");
        JsonNode properties = api.ok("conversations.info", "channel", incidents).at("/channel/properties/canvas");
        assertThat(properties.path("file_id").asText()).isEqualTo(hung);
        assertThat(api.ok("files.info", "file", hung).at("/file/filetype").asText())
                .isEqualTo("quip");
    }

    @Test
    void isGoneForGoodOnceDeleted() {
        api.ok("canvases.delete", "canvas_id", canvas);

        assertThat(api.error("canvases.delete", "canvas_id", canvas)).isEqualTo("canvas_deleted");
        assertThat(text()).isEqualTo("gone");
    }
}
