package dev.muster.desk;

import dev.muster.desk.Chat.NotEver;
import dev.muster.desk.Notice.Choice;
import dev.muster.desk.Notice.Suggested;
import dev.muster.incident.Incident;
import dev.muster.incident.UserId;
import dev.muster.review.Document;
import dev.muster.review.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The chore of having something drafted outside. It is sent to whoever asked, and to nobody else. */
public final class DraftChores {

    private static final int SHOWN = 2000;

    private final IncidentDesk desk;
    private final ReviewDesk reviews;
    private final Chat chat;
    private final House house;
    private final Optional<Drafter> drafter;

    public DraftChores(IncidentDesk desk, ReviewDesk reviews, Chat chat, House house, Optional<Drafter> drafter) {
        this.desk = desk;
        this.reviews = reviews;
        this.chat = chat;
        this.house = house;
        this.drafter = drafter;
    }

    /** Asked again only if the answer never arrived; what arrived is kept before it is shown. */
    void suggest(Incident incident, Claim claim) {
        String[] sectionTimeAndPerson = claim.promise().subject().split("/");
        Section section = Section.find(sectionTimeAndPerson[0]).orElseThrow();
        UserId to = new UserId(sectionTimeAndPerson[2]);
        Drafter asked = drafter.orElseThrow(() -> new NotEver("the settings name no drafting service any more"));
        String draft = draft(incident, section, asked);
        desk.change(
                incident.id(),
                Optional.of(claim.key()),
                (found, at) -> Suggesting.keep(found, section, asked.name(), draft, at));
        String kept = reviews.suggestion(incident.id(), section).orElse(draft);
        String line = "A draft of “%s” of %s. It stands nowhere until somebody takes it:\n%s"
                .formatted(section.title(), incident.id(), Markup.escape(kept, SHOWN));
        Choice choice =
                new Choice("Read, change and take it", "form %s write %s".formatted(incident.id(), section.word()));
        chat.post(chat.direct(to), new Suggested(line, List.of(choice)), claim.key(), claim.isRetry());
    }

    private String draft(Incident incident, Section section, Drafter asked) {
        Document document = reviews.document(incident, house.zone());
        Map<String, String> nobody = Suggesting.nobody(reviews.people(incident.id()));
        String answer = asked.draft(section.title() + ". " + section.question(), Suggesting.record(document, nobody));
        return Suggesting.marked(asked.name(), answer, nobody, document.rows());
    }
}
