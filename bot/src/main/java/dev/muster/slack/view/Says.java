package dev.muster.slack.view;

import dev.muster.desk.Markup;
import dev.muster.incident.Ending;
import dev.muster.incident.Incident;
import dev.muster.incident.Role;
import java.util.List;
import java.util.Locale;

/** Parts of sentences that several messages share. */
final class Says {

    private Says() {}

    /** Drills are marked wherever they are named. */
    static String name(Incident incident) {
        return (incident.facts().drill() ? "DRILL " : "") + incident.id();
    }

    static String title(Incident incident) {
        return Markup.escape(incident.title());
    }

    /** How it stands, as the end of a sentence about it. */
    static String is(Incident incident) {
        boolean duplicate = incident.conduct().ending().flatMap(Ending::of).isPresent();
        return (duplicate ? "is a " : "is ") + incident.standing();
    }

    static String holder(Incident incident, Role role) {
        return incident.holder(role).map(Markup::mention).orElse("nobody yet");
    }

    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** What somebody said, set apart on lines of its own. */
    static String quoted(String words, int longest) {
        return ">" + Markup.escape(words, longest).replace("\n", "\n>");
    }

    /** A shape and a word: no meaning by colour alone. */
    static String severity(Incident incident) {
        return switch (incident.severity()) {
            case SEV1 -> ":rotating_light: *SEV1*";
            case SEV2 -> ":warning: *SEV2*";
            case SEV3 -> ":information_source: *SEV3*";
        };
    }

    /** What somebody is told who wrote a secret, by the names of the rules that say so. */
    public static String secret(List<String> rules) {
        return ":warning: What you wrote has what looks like a secret in it (%s). It is kept without it; nobody can get the secret from me. *Where else it stands, delete it, and replace the secret: others may have seen it.*"
                .formatted(String.join(", ", rules));
    }
}
