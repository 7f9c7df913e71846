package dev.muster.workspace.check;

import java.util.Set;

/** Attachments: the old kind is let through as the platform does, the kind with blocks is checked. */
final class AttachmentRules {
    private static final int BLOCKS = 50;
    private static final Set<String> BESIDE_BLOCKS = Set.of("blocks", "color", "fallback", "id", "ts", "from_url");

    private AttachmentRules() {}

    static void check(Part attachments) {
        for (Part attachment : attachments.items("", 0, 100)) {
            if (!attachment.requireObject()) {
                continue;
            }
            attachment.string("footer", 0, 300);
            if (attachment.has("blocks")) {
                requireNothingElse(attachment);
                BlockRules.check(attachment.at("blocks"), BLOCKS, Surface.MESSAGE);
            }
        }
    }

    private static void requireNothingElse(Part attachment) {
        attachment.json().fieldNames().forEachRemaining(name -> {
            if (!BESIDE_BLOCKS.contains(name)) {
                attachment.problem("", "invalid_keys");
            }
        });
    }
}
