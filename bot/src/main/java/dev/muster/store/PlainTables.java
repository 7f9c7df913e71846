package dev.muster.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * The tables as they are, row by row as lines of JSON, the columns by their names: the same lines from every database, which
 * all hold whole numbers and texts and nothing else.
 */
final class PlainTables {

    /** What others are about comes first. */
    private static final String FIRST = "incidents";

    /** What is worked out of the rest, or is about this database alone. */
    private static final Set<String> OWN = Set.of("migrations", "processes", "timeline_indexed");

    private static final String INDEX = "timeline_(words|terms).*|sqlite_.*";
    private static final int BATCH = 500;
    private static final ObjectMapper json = new ObjectMapper();

    private PlainTables() {}

    /** Their names, in an order in which they can be filled. */
    static List<String> names(Handle handle) {
        Set<String> found = new TreeSet<>(handle.queryMetadata(tables ->
                        tables.getTables(null, handle.getConnection().getSchema(), "%", new String[] {"TABLE"}))
                .map((row, ctx) -> row.getString("TABLE_NAME").toLowerCase(Locale.ROOT))
                .list());
        found.removeIf(name -> OWN.contains(name) || name.matches(INDEX) || name.equals(FIRST));
        List<String> names = new ArrayList<>(List.of(FIRST));
        names.addAll(found);
        return names;
    }

    /** Each row as a line. */
    static void each(Handle handle, String table, Consumer<String> line) {
        handle.createQuery("SELECT * FROM " + table)
                .setFetchSize(BATCH)
                .map((row, ctx) -> line(row))
                .useStream(lines -> lines.forEach(line));
    }

    private static String line(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, JsonNode> fields = new TreeMap<>();
        for (int index = 1; index <= columns.getColumnCount(); index++) {
            fields.put(columns.getColumnName(index).toLowerCase(Locale.ROOT), value(row.getObject(index)));
        }
        return new ObjectNode(JsonNodeFactory.instance, fields).toString();
    }

    private static JsonNode value(@Nullable Object value) {
        if (value == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        return value instanceof Number number
                ? JsonNodeFactory.instance.numberNode(number.longValue())
                : JsonNodeFactory.instance.textNode(value.toString());
    }

    /** Puts rows into a table that is empty. */
    static void fill(Handle handle, String table, Iterator<String> lines) {
        while (lines.hasNext()) {
            List<JsonNode> batch = new ArrayList<>();
            while (lines.hasNext() && batch.size() < BATCH) {
                batch.add(read(lines.next()));
            }
            insert(handle, table, batch);
        }
    }

    private static void insert(Handle handle, String table, List<JsonNode> rows) {
        List<String> columns = new ArrayList<>();
        rows.get(0).fieldNames().forEachRemaining(columns::add);
        String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        String sql = "INSERT INTO %s (%s) VALUES (%s)".formatted(table, String.join(", ", columns), marks);
        try (PreparedBatch batch = handle.prepareBatch(sql)) {
            rows.forEach(row -> bind(batch, columns, row));
            batch.execute();
        }
    }

    private static void bind(PreparedBatch batch, List<String> columns, JsonNode row) {
        for (int index = 0; index < columns.size(); index++) {
            JsonNode value = row.path(columns.get(index));
            if (value.isIntegralNumber()) {
                batch.bind(index, value.longValue());
            } else if (value.isTextual()) {
                batch.bind(index, value.textValue());
            } else {
                batch.bindNull(index, Types.NULL); // of no type: PostgreSQL takes no text for a number, not even NULL
            }
        }
        batch.add();
    }

    private static JsonNode read(String line) {
        try {
            return json.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a line is no JSON: " + e.getOriginalMessage(), e);
        }
    }
}
