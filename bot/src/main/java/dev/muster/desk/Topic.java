package dev.muster.desk;

import dev.muster.incident.Incident;
import dev.muster.incident.Role;

/** The line at the top of an incident's channel, and what the channel is for; at most 250 characters each, as Slack asks. */
final class Topic {

    private static final int LONGEST = 250;

    private Topic() {}

    static String of(Incident incident) {
        String commander =
                incident.holder(Role.IC).map(id -> "IC <@" + id + ">").orElse("no IC yet");
        String drill = incident.facts().drill() ? "DRILL | " : "";
        return "%s%s | %s | %s".formatted(drill, incident.severity(), incident.standing(), commander);
    }

    static String purpose(Incident incident) {
        return cut(incident.id() + ": " + incident.title());
    }

    private static String cut(String text) {
        int length = LONGEST;
        while (Markup.escape(text, length).length() > LONGEST) {
            length -= 10;
        }
        return Markup.escape(text, length);
    }
}
