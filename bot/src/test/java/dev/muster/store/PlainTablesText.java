package dev.muster.store;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** All that stands in a table. */
final class PlainTablesText {

    private PlainTablesText() {}

    static List<String> of(Handle handle, String table) {
        List<String> rows = new ArrayList<>();
        PlainTables.each(handle, table, rows::add);
        return rows;
    }
}
