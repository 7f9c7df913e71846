package dev.muster.workspace.state;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Everything that went between the bot and the workspace, in order of completion. */
public final class Traffic {
    private static final int KEPT = 20_000;
    private final Deque<Row> rows = new ArrayDeque<>();
    private final List<Consumer<Row>> readers = new CopyOnWriteArrayList<>();
    private long count;

    public void onRow(Consumer<Row> reader) {
        readers.add(reader);
    }

    public void add(Row row) {
        Row numbered = keep(row);
        readers.forEach(reader -> reader.accept(numbered));
    }

    private synchronized Row keep(Row row) {
        Row numbered = row.numbered(++count);
        rows.add(numbered);
        if (rows.size() > KEPT) {
            rows.removeFirst();
        }
        return numbered;
    }

    public synchronized List<Row> rows() {
        return List.copyOf(rows);
    }
}
