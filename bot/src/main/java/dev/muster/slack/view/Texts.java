package dev.muster.slack.view;

import dev.muster.desk.Markup;

/** Texts cut to a length without harm. */
final class Texts {

    private Texts() {}

    /** Plain text of at most that many characters, never cut inside one. */
    static String cut(String words, int longest) {
        String text = Markup.plain(words);
        if (text.length() <= longest) {
            return text.isEmpty() ? " " : text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }

    /** Slack's markup of at most that many characters, never cut inside an entity, a mention or a link. */
    static String cutMarkup(String markup, int longest) {
        if (markup.length() <= longest) {
            return markup.isBlank() ? " " : markup;
        }
        String head = cut(markup, longest - 1).replaceFirst("…$", "");
        int open = head.lastIndexOf('<');
        String closed = open > head.lastIndexOf('>') ? head.substring(0, open) : head;
        return closed.replaceFirst("&[a-z]{0,3}$", "") + "…";
    }

    /** Markup as plain words: what stands in a notification. */
    static String plain(String markup) {
        return markup.replaceAll("<!date\\^[^|>]*\\|([^>]*)>", "$1")
                .replaceAll("<(https?:[^|>]*)\\|([^>]*)>", "$2 ($1)")
                .replaceAll("[*`]", "");
    }
}
