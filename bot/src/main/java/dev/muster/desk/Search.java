package dev.muster.desk;

import dev.muster.incident.IncidentId;
import dev.muster.incident.Kind;
import dev.muster.incident.UserId;
import dev.muster.insight.Mark;
import dev.muster.timeline.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds what was said and done, over all incidents, newest first. */
public interface Search {

    /** At most so many rows as the query wants. Redacted rows are not found by what they said. */
    List<Found> search(Query query);

    /**
     * What to look for; what is empty does not narrow it.
     *
     * @param words all of which must be there, each as the beginning of a word
     * @param before only rows written down before this one, for the next page; {@link #FIRST_PAGE} for the first
     * @param until up to this moment, itself not included
     * @param marks what the incident must have, all of them
     */
    record Query(
            String words,
            Optional<IncidentId> incident,
            Optional<UserId> by,
            Optional<Kind> kind,
            Optional<Instant> since,
            Optional<Instant> until,
            long before,
            int most,
            List<Mark> marks) {

        public Query {
            marks = List.copyOf(marks);
        }

        /** In incidents of any service, cause and tag. */
        public Query(
                String words,
                Optional<IncidentId> incident,
                Optional<UserId> by,
                Optional<Kind> kind,
                Optional<Instant> since,
                Optional<Instant> until,
                long before,
                int most) {
            this(words, incident, by, kind, since, until, before, most, List.of());
        }

        public static final long FIRST_PAGE = Long.MAX_VALUE;

        /** The same, from there on. */
        public Query from(long place) {
            return new Query(words, incident, by, kind, since, until, place, most, marks);
        }
    }

    /** @param place goes into {@link Query#before} to go on from here */
    record Found(IncidentId incident, long place, Row row) {}
}
