package dev.muster.command;

import dev.muster.desk.Drafter;
import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Suggesting;
import dev.muster.incident.Refusal;
import dev.muster.review.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has a section of the post-mortem drafted by a program outside, where the settings name one. */
public final class SuggestVerb implements Verb {

    private final IncidentDesk desk;
    private final Optional<Drafter> drafter;

    public SuggestVerb(IncidentDesk desk, Optional<Drafter> drafter) {
        this.desk = desk;
        this.drafter = drafter;
    }

    @Override
    public String name() {
        return "suggest";
    }

    @Override
    public String purpose() {
        return "Has a section of the post-mortem drafted by the service in the settings, if there is one; always marked as that.";
    }

    @Override
    public List<String> usages() {
        return List.of("suggest SECTION");
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.choice("section", "Which section?", WriteVerb.words()).needed());
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.rest("section");
    }

    @Override
    public Reply act(Request request) {
        Section section = WriteVerb.section(request.get("section"));
        Drafter asked = drafter.orElseThrow(
                () -> new Refusal(
                        "No drafting service is named in the settings (`drafting.url`). Nothing was asked and nothing left. What the record says by itself: `/incident postmortem`."));
        desk.change(
                request.id(),
                request.origin(),
                (incident, at) -> Suggesting.ask(incident, section, asked.name(), request.actor(), at));
        return Reply.tell(
                "%s is asked for a draft of “%s”; names and secrets stay here. It comes to you as a direct message."
                        .formatted(asked.name(), section.title()));
    }
}
