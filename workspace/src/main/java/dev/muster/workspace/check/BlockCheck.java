package dev.muster.workspace.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Finds what is wrong with the blocks of a message or with a view; each finding names the place as a JSON pointer. */
public final class BlockCheck {
    private static final int MESSAGE_BLOCKS = 50;

    private BlockCheck() {}

    public static List<String> message(JsonNode blocks) {
        Report report = new Report();
        BlockRules.check(new Part(blocks, "/blocks", report), MESSAGE_BLOCKS, Surface.MESSAGE);
        return report.problems();
    }

    public static List<String> attachments(JsonNode attachments) {
        Report report = new Report();
        AttachmentRules.check(new Part(attachments, "/attachments", report));
        return report.problems();
    }

    /** The type is the one it has to be of. */
    public static List<String> view(JsonNode view, String type) {
        Report report = new Report();
        ViewRules.check(new Part(view, "/view", report), type);
        return report.problems();
    }
}
