package dev.muster.desk;

import java.util.Map;

/**
 * What may be said of an incident outside, as plain text.
 *
 * @param text the update itself
 * @param next when the next word comes; empty if none is owed
 */
public record OutsideFacts(
        String text, String title, String severity, String services, String impact, String since, String next) {

    static final OutsideFacts NONE = new OutsideFacts("", "", "", "", "", "", "");

    /** By the names that the templates use. */
    Map<String, String> byName() {
        return Map.of(
                "text", text,
                "title", title,
                "severity", severity,
                "services", services,
                "impact", impact,
                "since", since,
                "next", next);
    }
}
