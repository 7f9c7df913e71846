package dev.muster.workspace.deed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.workspace.check.BlockCheck;
import dev.muster.workspace.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Refuses what the platform would refuse in a message or a view. */
public final class Checks {
    private static final int LARGEST_VIEW = 250 * 1024;
    private static final int MOST_ATTACHMENTS = 100;

    private Checks() {}

    public static void blocks(JsonNode blocks) {
        if (!blocks.isArray()) {
            throw new Refusal("invalid_blocks_format");
        }
        List<String> problems = BlockCheck.message(blocks);
        if (!problems.isEmpty()) {
            throw new Refusal("invalid_blocks").saying(problems).with("errors", errors(problems));
        }
    }

    private static JsonNode errors(List<String> problems) {
        return Json.strings(problems.stream()
                .map(problem -> problem.replaceFirst("^\\[ERROR] ", ""))
                .toList());
    }

    public static void attachments(JsonNode attachments) {
        if (!attachments.isArray()) {
            throw new Refusal("invalid_attachments");
        }
        if (attachments.size() > MOST_ATTACHMENTS) {
            throw new Refusal("too_many_attachments");
        }
        List<String> problems = BlockCheck.attachments(attachments);
        if (!problems.isEmpty()) {
            throw new Refusal("invalid_attachments").saying(problems);
        }
    }

    public static void view(JsonNode view, String type) {
        if (Json.write(view).getBytes(StandardCharsets.UTF_8).length > LARGEST_VIEW) {
            throw new Refusal("view_too_large");
        }
        List<String> problems = BlockCheck.view(view, type);
        if (!problems.isEmpty()) {
            throw new Refusal("invalid_arguments").saying(problems);
        }
    }
}
