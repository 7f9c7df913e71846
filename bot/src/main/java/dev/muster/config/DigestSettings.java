package dev.muster.config;

import java.util.Optional;

/** Reads where and when a week's figures are told. */
final class DigestSettings {

    private static final String CHANNEL = "insights.digest.channel";
    private static final String DAY = "insights.digest.day";

    private final SettingsTree tree;

    DigestSettings(SettingsTree tree) {
        this.tree = tree;
    }

    /** Empty where no channel is named; what else is said is held to the rules all the same. @throws Mistake for the first thing that is wrong */
    Optional<Settings.Digest> digest() {
        Settings.Digest digest =
                new Settings.Digest(channel(), tree.day(DAY, tree.text(DAY)), tree.time("insights.digest.at"));
        return Optional.of(digest).filter(one -> !one.channel().isEmpty());
    }

    private String channel() {
        String name = tree.text(CHANNEL).strip().replaceFirst("^#", "");
        if (!name.matches("[\\p{L}\\p{M}\\p{N}_-]{0,80}")) {
            throw tree.mistake(
                    CHANNEL,
                    "\"%s\" is no channel. Write the name of one, e.g. incidents, or its C… id.".formatted(name));
        }
        return name;
    }
}
