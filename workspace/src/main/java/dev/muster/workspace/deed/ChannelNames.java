package dev.muster.workspace.deed;

import java.util.regex.Pattern;

/** What a channel may be called. */
final class ChannelNames {
    private static final int LONGEST = 80;
    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{Punct}]+");
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9_-]+");

    private ChannelNames() {}

    static void check(String name) {
        if (name.isBlank()) {
            throw new Refusal("invalid_name_required");
        }
        if (name.length() > LONGEST) {
            throw new Refusal("invalid_name_maxlength");
        }
        if (PUNCTUATION.matcher(name).matches()) {
            throw new Refusal("invalid_name_punctuation");
        }
        if (!ALLOWED.matcher(name).matches()) {
            throw new Refusal("invalid_name_specials");
        }
    }
}
