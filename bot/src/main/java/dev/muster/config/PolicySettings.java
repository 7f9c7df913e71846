package dev.muster.config;

import static java.util.stream.Collectors.toMap;

import dev.muster.desk.Audience;
import dev.muster.desk.Policy;
import dev.muster.incident.Guess;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads who may do what. Which verbs there are is known from the shipped settings, which name them all. */
final class PolicySettings {

    private static final String VERBS = "policy.verbs";
    private static final String ADMINS = "policy.admins";

    /** When somebody declares, there is nobody yet who has a part in it. */
    private static final String ABOUT_NONE = "declare";

    private final SettingsTree tree;

    PolicySettings(SettingsTree tree) {
        this.tree = tree;
    }

    /** @throws Mistake for the first thing that is wrong */
    Policy.Table table() {
        List<String> admins = tree.list(ADMINS);
        admins.forEach(this::requireId);
        return new Policy.Table(tree.names(VERBS).stream().collect(toMap(verb -> verb, this::audience)), admins);
    }

    private Audience audience(String verb) {
        String path = VERBS + "." + verb;
        Map<String, Audience> known = Arrays.stream(Audience.values()).collect(toMap(PolicySettings::word, one -> one));
        String word = tree.text(path);
        if (!known.containsKey(word)) {
            throw tree.mistake(
                    path,
                    "\"%s\" is nobody.%s Write %s.".formatted(word, Guess.sentence(word, known.keySet()), words()));
        }
        Audience audience = known.get(word);
        if (verb.equals(ABOUT_NONE) && audience != Audience.ANYONE && audience != Audience.ADMIN) {
            throw tree.mistake(
                    path,
                    "\"%s\" has no part in an incident that is not there yet. Write anyone or admin.".formatted(word));
        }
        return audience;
    }

    private void requireId(String id) {
        if (!id.matches("[UWS][A-Z0-9]{2,}")) {
            throw tree.mistake(
                    ADMINS,
                    "\"%s\" is no id. Write the U… ids of people or the S… ids of user groups; Slack shows a person's under Copy member ID."
                            .formatted(id));
        }
    }

    private static String words() {
        return Arrays.stream(Audience.values()).map(PolicySettings::word).collect(Collectors.joining(", "));
    }

    private static String word(Audience audience) {
        return audience.name().toLowerCase(Locale.ROOT);
    }
}
