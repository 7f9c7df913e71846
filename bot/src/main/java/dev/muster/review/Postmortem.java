package dev.muster.review;

import dev.muster.incident.Actor;
import dev.muster.incident.IncidentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people wrote about an incident; all else is drawn from the record when it is read, so that it never grows stale.
 *
 * @param version counts what was changed, from 0 for what nobody has touched; every version is kept
 * @param texts in Markdown, by section; none for a section that nobody has written
 * @param authors who wrote any of it, each once, in the order of their first words
 * @param publication who published it, and when; empty while it is a draft
 */
public record Postmortem(
        IncidentId incident,
        int version,
        Map<Section, String> texts,
        List<Actor> authors,
        Optional<Publication> publication) {

    /** That it was found good. */
    public record Publication(Actor by, Instant at) {}

    public Postmortem {
        texts = texts.isEmpty() ? Map.of() : Map.copyOf(texts);
        authors = List.copyOf(authors);
    }

    /** Before anybody has written anything. */
    public static Postmortem untouched(IncidentId incident) {
        return new Postmortem(incident, 0, Map.of(), List.of(), Optional.empty());
    }

    public Optional<String> text(Section section) {
        return Optional.ofNullable(texts.get(section));
    }

    public boolean isPublished() {
        return publication.isPresent();
    }

    /** The next version, with other texts; a draft again. An empty text takes back what was written. */
    Postmortem saying(Map<Section, String> more, Actor by) {
        Map<Section, String> other = new EnumMap<>(Section.class);
        other.putAll(texts);
        more.forEach((section, text) -> other.put(section, text.strip()));
        other.values().removeIf(String::isBlank);
        return new Postmortem(incident, version + 1, other, with(by), Optional.empty());
    }

    Postmortem published(Actor by, Instant at) {
        return new Postmortem(incident, version + 1, texts, authors, Optional.of(new Publication(by, at)));
    }

    private List<Actor> with(Actor by) {
        if (authors.stream().anyMatch(author -> author.id().equals(by.id()))) {
            return authors;
        }
        List<Actor> more = new ArrayList<>(authors);
        more.add(by);
        return more;
    }
}
