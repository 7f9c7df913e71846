package dev.muster.slack.view;

import dev.muster.desk.Markup;
import dev.muster.incident.Actor;
import dev.muster.incident.Bringing;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.Kind;
import dev.muster.incident.Words;
import java.util.List;

/** A line of the timeline as the channel is told it. */
final class ToldView {

    private static final int LONGEST = 2600;

    private ToldView() {}

    static Message of(Incident incident, Entry entry) {
        String by = entry.actor().map(Actor::id).map(Markup::mention).orElse("Muster");
        String line = "%s *%s* · %s\n%s".formatted(sign(entry.kind()), head(entry), by, text(entry));
        String plain = "%s %s, %s: %s"
                .formatted(
                        incident.id(),
                        head(entry),
                        Words.day(entry.at(), Words.UTC),
                        Markup.escape(entry.text(), LONGEST));
        return NoticeView.message(plain, List.of(Kit.section(line)));
    }

    /** A link can be pressed; everything else is shown as it was written. */
    private static String text(Entry entry) {
        return Bringing.link(entry)
                .map(link -> Markup.link(link.url(), link.name()))
                .filter(link -> link.length() <= LONGEST)
                .orElse(Markup.escape(entry.text(), LONGEST));
    }

    private static String head(Entry entry) {
        return switch (entry.kind()) {
            case UPDATE -> "Status update";
            case SEVERITY -> "Severity changed";
            case STAGE -> "Stage changed";
            case ROLE -> "Role given";
            case ACTION -> "Action item";
            case DECISION -> "Decision";
            case HANDOVER -> "Handover";
            case IMPACT -> "Impact";
            case RUNBOOK -> "Runbook";
            case LINK -> Bringing.link(entry).isPresent() ? "Link" : "Duplicate";
            default -> Says.capital(entry.kind().lasting().replace('_', ' '));
        };
    }

    private static String sign(Kind kind) {
        return switch (kind) {
            case UPDATE -> ":mega:";
            case SEVERITY -> ":rotating_light:";
            case STAGE -> ":arrow_right:";
            case ROLE -> ":bust_in_silhouette:";
            case ACTION -> ":memo:";
            case DECISION -> ":scales:";
            case HANDOVER -> ":handshake:";
            case IMPACT -> ":dart:";
            case RUNBOOK -> ":book:";
            case LINK -> ":link:";
            default -> ":speech_balloon:";
        };
    }
}
