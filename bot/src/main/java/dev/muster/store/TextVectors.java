package dev.muster.store;

import dev.muster.desk.Search.Query;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Kind;
import dev.muster.incident.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** PostgreSQL's text search. The index is over the text itself, so there is nothing to keep up. */
final class TextVectors implements Words {

    @Override
    public String dialect() {
        return "postgres";
    }

    @Override
    public void bringUpToDate(Database database) {
        // The index keeps itself.
    }

    /** Rows that come later are numbered on. */
    @Override
    public void filled(Handle handle) {
        handle.createQuery(
                        "SELECT setval(pg_get_serial_sequence('timeline', 'id'), COALESCE(MAX(id), 0) + 1, false) FROM timeline")
                .mapTo(long.class)
                .one();
    }

    @Override
    public void remove(Handle handle, IncidentId id, List<Long> seqs) {
        // The index keeps itself.
    }

    @Override
    public Place find(Handle handle, Query query) {
        String match =
                Words.of(query.words()).stream().map(word -> "'" + word + "':*").collect(Collectors.joining(" & "));
        return new Place("timeline t", "t.id", "1 = 1", Map.of())
                .and(
                        Optional.of(match).filter(words -> !words.isEmpty()),
                        "to_tsvector('simple', t.text) @@ to_tsquery('simple', :match)",
                        "match",
                        words -> words)
                .and(query.incident(), "t.incident_id = :incident", "incident", IncidentId::number)
                .and(query.kind(), "t.kind = :kind", "kind", Kind::lasting)
                .and(query.by(), "t.actor_id = :actor", "actor", UserId::value);
    }
}
