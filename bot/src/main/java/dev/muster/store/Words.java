package dev.muster.store;

import dev.muster.desk.Search.Query;
import dev.muster.incident.IncidentId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Searching for words, which every database does in its own way. */
interface Words {

    /** What its files of SQL are called after. */
    String dialect();

    /** Makes findable what was written until now. */
    void bringUpToDate(Database database);

    /** The tables were filled by others than their usual writers. */
    default void filled(Handle handle) {}

    /** Takes rows out again, before their texts are gone. */
    void remove(Handle handle, IncidentId id, List<Long> seqs);

    /** Where to find rows {@code t}. */
    Place find(Handle handle, Query query);

    /**
     * Part of a SELECT.
     *
     * @param from names the rows {@code t}
     * @param number the column in which they are in order
     */
    record Place(String from, String number, String where, Map<String, Object> values) {

        Place and(String more, String name, Object value) {
            Map<String, Object> all = new TreeMap<>(values);
            all.put(name, value);
            return new Place(from, number, where + " AND " + more, all);
        }

        /** Narrowed by what is there. */
        <T> Place and(Optional<T> value, String more, String name, Function<T, Object> column) {
            return value.map(known -> and(more, name, column.apply(known))).orElse(this);
        }
    }

    /** The words of a query: what a person typed, without the marks that a database would take for its own language. */
    static List<String> of(String typed) {
        return Arrays.stream(typed.split("[^\\p{L}\\p{N}\\p{M}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
