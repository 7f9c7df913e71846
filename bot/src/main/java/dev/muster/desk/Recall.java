package dev.muster.desk;

import dev.muster.incident.Cause;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.insight.Case;
import dev.muster.insight.Likeness;
import dev.muster.insight.Mark;
import dev.muster.insight.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Remembers which earlier incidents were like one, why they are alike, and what helped then. */
public final class Recall {

    /** More would not be read in the middle of an incident. */
    private static final int MOST = 3;

    /** Of its words, the first; the title comes first. */
    private static final int WORDS = 24;

    /** So many have a word before it is just common. */
    private static final int COMMON = 5_000;

    /** So far back each word is followed; what is alike and older has a rarer word. */
    private static final int NEWEST = 300;

    /** So many are compared in all they have. */
    private static final int COMPARED = 100;

    /** So many of one cause are looked at; who has more has other worries. */
    private static final int RECENT = 50;

    private final Archive archive;
    private final Incidents incidents;
    private final Helping helping;

    public Recall(Archive archive, Incidents incidents, Timelines timelines, Reviews reviews) {
        this.archive = archive;
        this.incidents = incidents;
        this.helping = new Helping(timelines, reviews);
    }

    /**
     * Those that are over, were real, and are enough alike; the most alike first, then the newest; three at most.
     *
     * @param maySee whether whoever reads it may know of an incident
     */
    public List<Remembered> like(Incident incident, Predicate<Incident> maySee) {
        Set<Mark> wanted = marks(incident);
        Likeness likeness = new Likeness(archive.count() - 1, others(archive.frequencies(wanted, COMMON)));
        Set<IncidentId> near = near(incident.id(), wanted, likeness);
        Map<IncidentId, Set<Mark>> shared = archive.marks(near, wanted);
        Comparator<Case> mostAlike = Comparator.comparing(one -> likeness.of(shared(shared, one)));
        return archive.get(near).stream()
                .filter(one -> one.isReal() && one.isOver())
                .filter(one -> likeness.of(shared(shared, one)) >= Likeness.ENOUGH)
                .sorted(mostAlike.thenComparing(Case::incident).reversed())
                .flatMap(one -> incidents.find(one.incident()).filter(maySee).stream()
                        .map(found -> new Remembered(
                                found, one, likeness.telling(shared(shared, one)), helping.in(found.id()))))
                .limit(MOST)
                .toList();
    }

    /**
     * Whether it has happened again since an action item was given: by the same cause, or else to the same service. Private
     * incidents, drills and false alarms do not count.
     */
    public Optional<Again> since(Incident incident, int item) {
        Stream<Mark> causes = incident.conduct().diagnosis().causes().stream()
                .map(Cause::word)
                .map(Mark::cause);
        Stream<Mark> services = incident.conduct().impact().services().stream().map(Mark::service);
        return archive.given(incident.id(), item).flatMap(given -> again("cause", incident, causes, given)
                .or(() -> again("service", incident, services, given)));
    }

    private Optional<Again> again(String what, Incident incident, Stream<Mark> marks, Instant given) {
        Set<IncidentId> marked =
                marks.flatMap(mark -> archive.newest(mark, RECENT).stream()).collect(Collectors.toSet());
        List<IncidentId> later = archive.get(marked).stream()
                .filter(one ->
                        one.isReal() && !one.isPrivate() && one.declaredAt().isAfter(given))
                .map(Case::incident)
                .filter(id -> !id.equals(incident.id()))
                .toList();
        return later.isEmpty() ? Optional.empty() : Optional.of(Again.of(what, later));
    }

    /** It has all of them itself. */
    private static Map<Mark, Long> others(Map<Mark, Long> frequencies) {
        Map<Mark, Long> others = new HashMap<>();
        frequencies.forEach((mark, frequency) -> others.put(mark, Math.max(0, frequency - 1)));
        return others;
    }

    private static Set<Mark> shared(Map<IncidentId, Set<Mark>> shared, Case one) {
        return shared.getOrDefault(one.incident(), Set.of());
    }

    /** What it is about. The name of a service that is known to be hit is not counted again as a word. */
    private static Set<Mark> marks(Incident incident) {
        List<String> services = incident.conduct().impact().services();
        Set<String> words = new HashSet<>();
        Set<String> names = Terms.of(String.join(" ", services));
        Stream.of(incident.title(), incident.conduct().impact().text())
                .flatMap(text -> Terms.of(text).stream())
                .filter(term -> !names.contains(term))
                .takeWhile(term -> words.size() < WORDS)
                .forEach(words::add);
        return Stream.of(
                        words.stream().map(Mark::word),
                        services.stream().map(Mark::service),
                        incident.conduct().diagnosis().causes().stream()
                                .map(Cause::word)
                                .map(Mark::cause),
                        incident.conduct().diagnosis().tags().stream().map(tag -> Mark.tag(tag.text())))
                .flatMap(marks -> marks)
                .filter(Likeness::tells)
                .collect(Collectors.toSet());
    }

    /** Those that may be alike, by what the newest of each mark have in common. */
    private Set<IncidentId> near(IncidentId own, Collection<Mark> wanted, Likeness likeness) {
        Map<IncidentId, List<Mark>> found = new HashMap<>();
        for (Mark mark : wanted) {
            archive.newest(mark, NEWEST).forEach(id -> found.computeIfAbsent(id, some -> new ArrayList<>())
                    .add(mark));
        }
        found.remove(own);
        Map<IncidentId, Double> scores = new HashMap<>();
        found.forEach((id, marks) -> scores.put(id, likeness.of(marks)));
        Comparator<Map.Entry<IncidentId, Double>> byScore = Map.Entry.comparingByValue();
        return scores.entrySet().stream()
                .sorted(byScore.thenComparing(Map.Entry.comparingByKey()).reversed())
                .limit(COMPARED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
