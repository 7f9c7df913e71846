package dev.muster.timeline.export;

import dev.muster.incident.Incident;
import dev.muster.incident.Milestone;
import dev.muster.incident.Role;
import dev.muster.incident.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The course of an incident, as the rows tell it with all their corrections: what the picture and its facts show. */
final class Course {

    private static final Duration SHORTEST = Duration.ofMinutes(5);

    final Incident incident;
    final Story story;
    final Instant from;
    final Instant to;
    private final Glance glance;

    Course(Incident incident, Glance glance) {
        this.incident = incident;
        this.glance = glance;
        this.story = glance.story();
        Instant began = began();
        Instant ended = ended(began);
        Duration length = Duration.between(began, ended);
        Duration margin = length.compareTo(SHORTEST) < 0 ? SHORTEST : length.dividedBy(4);
        from = story.anything
                .firstAfter(began.minus(margin))
                .filter(began::isAfter)
                .orElse(began);
        Instant end = story.anything
                .lastBefore(ended.plus(margin))
                .filter(ended::isBefore)
                .orElse(ended);
        Instant seen = end.plus(Duration.between(from, end).dividedBy(40));
        Instant shortest = from.plus(SHORTEST);
        to = seen.isBefore(shortest) ? shortest : seen;
    }

    List<Stretch> stages() {
        List<Moment> known = story.stages.isEmpty()
                ? List.of(new Moment(
                        0, incident.facts().declaredAt(), incident.stage().toString()))
                : story.stages;
        return stretches(known);
    }

    List<Stretch> severities() {
        List<Moment> known = story.severities.isEmpty()
                ? List.of(new Moment(
                        0, incident.facts().declaredAt(), incident.severity().toString()))
                : story.severities;
        return stretches(known);
    }

    /** Who had the role from when to when. */
    List<Stretch> holders(Role role) {
        return stretches(story.roles.getOrDefault(role, List.of()));
    }

    List<Moment> updates() {
        return sorted(story.updates.stream());
    }

    List<Moment> decisions() {
        return sorted(story.decisions.stream());
    }

    /** Key moments that are shown in no other way: notes, and messages that somebody marked. */
    List<Moment> others() {
        return sorted(Stream.concat(story.others.stream(), story.marked.stillMarked(glance.survey())));
    }

    /** How many rows tell of something before or after what the picture shows. */
    int outside() {
        Instant beginning = Instant.EPOCH.minus(Duration.ofDays(36_500));
        Instant end = from.plus(Duration.ofDays(36_500));
        return story.anything.between(beginning, from) + story.anything.between(to, end);
    }

    private List<Stretch> stretches(List<Moment> turns) {
        List<Moment> retimed = turns.stream().map(glance::retimed).toList();
        return Stretch.between(retimed, story.last().orElse(incident.facts().declaredAt()));
    }

    private List<Moment> sorted(Stream<Moment> moments) {
        return moments.map(glance::reworded).sorted(Moment.BY_TIME).toList();
    }

    private Instant began() {
        Instant declared = incident.facts().declaredAt();
        return incident.time(Milestone.BEGAN).filter(declared::isAfter).orElse(declared);
    }

    /** When people stopped working on it; the last of all rows if they still do. */
    private Instant ended(Instant began) {
        List<Stretch> backwards = new ArrayList<>(stages());
        Collections.reverse(backwards);
        Optional<Instant> over = backwards.stream()
                .takeWhile(stretch -> !isActive(stretch))
                .map(Stretch::from)
                .reduce((later, earlier) -> earlier);
        return over.or(story::last).filter(began::isBefore).orElse(began);
    }

    private static boolean isActive(Stretch stage) {
        return Stage.find(stage.name()).map(Stage::isActive).orElse(false);
    }
}
