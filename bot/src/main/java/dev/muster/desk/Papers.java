package dev.muster.desk;

import dev.muster.desk.Notice.Learned;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.insight.Terms;
import dev.muster.review.Postmortem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds what was learned: the post-mortems that somebody has published. */
public final class Papers {

    private static final int MOST = 3;

    /** So many that a person may not see are passed over before we stop looking. */
    private static final int LOOKED_AT = 60;

    private final Archive archive;
    private final Incidents incidents;
    private final Reviews reviews;

    public Papers(Archive archive, Incidents incidents, Reviews reviews) {
        this.archive = archive;
        this.incidents = incidents;
        this.reviews = reviews;
    }

    /**
     * Those that have all of the words and marks, each word as the beginning of one; the last published first, a few.
     *
     * @param query of which words, marks and times are looked at
     * @param maySee whether whoever reads it may know of an incident
     */
    public List<Learned> find(Search.Query query, Predicate<Incident> maySee) {
        Set<String> terms = Terms.of(query.words());
        boolean isAsked = !terms.isEmpty() || !query.marks().isEmpty();
        return !isAsked
                ? List.of()
                : archive.papers(query, terms, LOOKED_AT).stream()
                        .flatMap(id -> incidents.find(id).filter(maySee).stream())
                        .flatMap(incident -> learned(incident, terms).stream())
                        .limit(MOST)
                        .toList();
    }

    private Optional<Learned> learned(Incident incident, Set<String> terms) {
        IncidentId id = incident.id();
        return reviews.published(id).flatMap(paper -> paper.publication()
                .map(publication -> new Learned(incident, publication.at(), excerpt(paper, terms))));
    }

    /** The first line that has one of the words, or just the first. */
    private static String excerpt(Postmortem paper, Set<String> terms) {
        List<String> lines = paper.texts().values().stream()
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .toList();
        return lines.stream()
                .filter(line ->
                        Terms.of(line).stream().anyMatch(word -> terms.stream().anyMatch(word::startsWith)))
                .findFirst()
                .or(() -> lines.stream().findFirst())
                .orElse("");
    }
}
