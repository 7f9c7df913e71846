package dev.muster.workspace.check;

import java.util.Set;

/** Text objects: plain everywhere, and marked up where it is allowed. */
final class TextRules {
    private static final Set<String> BOTH = Set.of("plain_text", "mrkdwn");

    private TextRules() {}

    static void plain(Part text, int most) {
        if (!text.requireObject()) {
            return;
        }
        if (!text.is("type", "plain_text")) {
            unsupported(text);
            return;
        }
        text.mayOnly("text", "emoji");
        text.bool("emoji");
        text.requiredString("text", most);
    }

    static void any(Part text, int most) {
        Report found = new Report();
        marked(text.reportingTo(found), most);
        text.addAll(found);
    }

    private static void marked(Part text, int most) {
        if (!text.requireObject()) {
            return;
        }
        if (!BOTH.contains(text.type())) {
            unsupported(text);
        } else if (text.is("type", "plain_text")) {
            plain(text, most);
        } else {
            text.mayOnly("text", "verbatim");
            text.bool("verbatim");
            text.requiredString("text", most);
        }
    }

    static void unsupported(Part part) {
        if (part.has("type")) {
            part.problem("type", "unsupported type: " + part.type());
        } else {
            part.problem("", "missing required field: type");
        }
    }
}
