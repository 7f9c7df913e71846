package dev.muster.desk;

import dev.muster.incident.Actor;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Kind;
import dev.muster.review.Document;
import dev.muster.review.Minutes;
import dev.muster.review.Postmortem;
import dev.muster.review.Section;
import dev.muster.review.Templates;
import dev.muster.review.Writing;
import dev.muster.review.Writing.Conflict;
import dev.muster.runbook.Run;
import dev.muster.timeline.Chain;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The one way to write a post-mortem, and to read it with what the record says. */
public final class ReviewDesk {

    private static final int MOMENTS = 300;

    private final Reviews reviews;
    private final Timelines timelines;
    private final Function<IncidentId, List<Run>> runs;
    private final Recall recall;
    private final Templates templates;
    private final InstantSource clock;
    private final Runnable wake;

    /**
     * Writes and reads.
     *
     * @param runs the runs of an incident
     * @param recall earlier incidents like it
     */
    public ReviewDesk(
            Reviews reviews,
            Timelines timelines,
            Function<IncidentId, List<Run>> runs,
            Recall recall,
            Templates templates,
            InstantSource clock,
            Runnable wake) {
        this.recall = recall;
        this.reviews = reviews;
        this.timelines = timelines;
        this.runs = runs;
        this.templates = templates;
        this.clock = clock;
        this.wake = wake;
    }

    /** The latest version; untouched if nobody has written any. */
    public Postmortem postmortem(IncidentId incident) {
        return reviews.get(incident);
    }

    /** As it reads now, with its dates in a zone. */
    public Document document(Incident incident, ZoneId zone) {
        return new Document(reviews.get(incident.id()), minutes(incident, zone), templates.of(incident.severity()));
    }

    /**
     * Somebody writes a section.
     *
     * @param seen the version that they had before them
     * @param origin the request's own key
     * @throws dev.muster.incident.Refusal if it cannot be, or if somebody else wrote the same section since
     */
    public Postmortem write(IncidentId incident, Section section, String text, int seen, String origin, Actor by) {
        return write(incident, Map.of(section, text), seen, origin, by);
    }

    /**
     * Somebody writes sections: all of them, or none.
     *
     * @param seen the version that they had before them
     * @param origin the request's own key
     * @throws dev.muster.incident.Refusal if it cannot be, or if somebody else wrote one of them since
     */
    public Postmortem write(IncidentId incident, Map<Section, String> texts, int seen, String origin, Actor by) {
        Postmortem before = seen(incident, seen);
        Postmortem after = reviews.change(
                incident, origin, (found, latest) -> Writing.write(found, latest, texts, before, by, clock.instant()));
        wake.run();
        return after;
    }

    /** The last draft of a section that came from outside. */
    public Optional<String> suggestion(IncidentId incident, Section section) {
        return Suggesting.kept(timelines.of(incident, Kind.POSTMORTEM), section);
    }

    /** Who took part. */
    List<Actor> people(IncidentId incident) {
        return timelines.people(incident);
    }

    /** What somebody else wrote since that version, where something else is to be written now. */
    public List<Conflict> conflicts(IncidentId incident, Map<Section, String> texts, int seen) {
        return Writing.conflicts(reviews.get(incident), texts, seen(incident, seen));
    }

    private Postmortem seen(IncidentId incident, int version) {
        return reviews.version(incident, version).orElseGet(() -> Postmortem.untouched(incident));
    }

    /** @throws dev.muster.incident.Refusal if it is not ready, or if nobody else has written any of it */
    public Postmortem publish(IncidentId incident, String origin, Actor by) {
        Postmortem after = reviews.change(
                incident, origin, (found, latest) -> Writing.publish(found, latest, by, clock.instant()));
        wake.run();
        return after;
    }

    private Minutes minutes(Incident incident, ZoneId zone) {
        Chain head = timelines.head(incident.id());
        return new Minutes(
                incident,
                timelines.keyMoments(incident.id(), MOMENTS).stream()
                        .sorted(Comparator.comparing(row -> row.entry().at()))
                        .toList(),
                timelines.of(incident.id(), Kind.ACTION),
                head.length(),
                head.head(),
                runs.apply(incident.id()).stream().map(ReviewDesk::line).toList(),
                similar(incident),
                incident.room().name(),
                zone);
    }

    /** A paper is passed on, so none that is private is named in it. */
    private List<String> similar(Incident incident) {
        return recall.like(incident, other -> !other.facts().isPrivate()).stream()
                .map(RecallText::plain)
                .toList();
    }

    private static String line(Run run) {
        String by = run.startedBy().map(actor -> ", started by " + actor.name()).orElse("");
        return "%s, version %s%s".formatted(run.runbook(), run.version(), by);
    }
}
