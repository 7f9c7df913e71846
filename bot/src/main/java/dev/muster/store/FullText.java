package dev.muster.store;

import dev.muster.desk.Search.Query;
import dev.muster.incident.IncidentId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** SQLite's FTS5. Who said it, what kind it is and which incident's stand as words beside the text, so that no match is read in vain. */
final class FullText implements Words {

    @Override
    public String dialect() {
        return "sqlite";
    }

    @Override
    public void add(Handle handle, IncidentId id, long firstSeq, long lastSeq) {
        handle.createUpdate(
                        """
                        INSERT INTO timeline_words (rowid, text, tags)
                        SELECT id, text, tags FROM timeline_said WHERE incident_id = :id AND seq BETWEEN :first AND :last
                        """)
                .bind("id", id)
                .bind("first", firstSeq)
                .bind("last", lastSeq)
                .execute();
    }

    @Override
    public void remove(Handle handle, IncidentId id, List<Long> seqs) {
        handle.createUpdate(
                        """
                        INSERT INTO timeline_words (timeline_words, rowid, text, tags)
                        SELECT 'delete', id, text, tags FROM timeline_said WHERE incident_id = :id AND seq IN (<seqs>)
                        """)
                .bind("id", id)
                .bindList("seqs", seqs)
                .execute();
    }

    @Override
    public Place find(Query query) {
        String match = Stream.concat(
                        Words.of(query.words()).stream().map(word -> "text : \"" + word + "\" *"), tags(query))
                .collect(Collectors.joining(" AND "));
        return match.isEmpty()
                ? new Place("timeline t", "t.id", "1 = 1", Map.of())
                : new Place(
                        "timeline_words w JOIN timeline t ON t.id = w.rowid",
                        "w.rowid",
                        "timeline_words MATCH :match",
                        Map.of("match", match));
    }

    private static Stream<String> tags(Query query) {
        return Stream.of(
                        query.incident().map(id -> "i" + id.number()),
                        query.kind().map(kind -> "k" + kind.lasting().replace("_", "")),
                        query.by().map(user -> "a" + user.value()))
                .flatMap(Optional::stream)
                .map(tag -> "tags : \"" + tag.replace("\"", "") + "\"");
    }
}
