package dev.muster.incident;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What the channel of an incident is called: lower-case letters, digits, hyphens and underscores, at most 80 of them,
 * whatever the title is (docs.slack.dev, conversations.create, "Naming").
 */
public record ChannelName(String pattern) {

    private static final int LONGEST = 80;

    public ChannelName {
        if (!pattern.contains("{number}")) {
            throw new IllegalArgumentException("channel-name: " + pattern + " (expected: to contain {number})");
        }
    }

    /**
     * The name to try at the given attempt, from 1: the second and later ones carry the attempt as a suffix, because
     * names of archived and of hidden channels are taken, too.
     */
    public String of(IncidentId id, LocalDate declared, String title, int attempt) {
        String suffix = attempt > 1 ? "-" + attempt : "";
        String whole = pattern.replace("{number}", String.valueOf(id.number()))
                .replace("{date}", declared.toString())
                .replace("{title}", title);
        String clean = clean(whole);
        return trim(clean.substring(0, Math.min(clean.length(), LONGEST - suffix.length()))) + suffix;
    }

    private static String clean(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return trim(
                plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-").replaceAll("-{2,}", "-"));
    }

    private static String trim(String name) {
        return name.replaceAll("^[-_]+|[-_]+$", "");
    }
}
