package dev.muster.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jspecify.annotations.Nullable;

/** A piece of work for the writer. When it throws, it alone is undone. */
abstract class Work<T> {

    final CompletableFuture<T> result = new CompletableFuture<>();
    private final long madeNanos = System.nanoTime();
    private @Nullable T value;
    private @Nullable Throwable thrown;

    long ageNanos() {
        return System.nanoTime() - madeNanos;
    }

    /** Whether it can wait behind others. */
    boolean isPatient() {
        return false;
    }

    abstract T done(Handle handle) throws Exception;

    /** Does all of it within one transaction, which is open; inserts of one kind together. */
    static void runAll(List<Work<?>> batch, Handle handle) {
        Map<String, List<Insert>> inserts = new LinkedHashMap<>();
        List<Work<?>> others = new ArrayList<>();
        for (Work<?> work : batch) {
            if (work instanceof Insert insert) {
                inserts.computeIfAbsent(insert.sql, sql -> new ArrayList<>()).add(insert);
            } else {
                others.add(work);
            }
        }
        insertAll(inserts, handle);
        others.forEach(work -> work.run(handle));
    }

    /** If there is trouble with one of them, each by itself. They come first, so that this undoes nothing else. */
    private static void insertAll(Map<String, List<Insert>> inserts, Handle handle) {
        try {
            for (Map.Entry<String, List<Insert>> alike : inserts.entrySet()) {
                Insert.runTogether(alike.getKey(), alike.getValue(), handle);
            }
        } catch (SQLException e) {
            handle.rollback();
            handle.begin();
            inserts.values().forEach(alike -> alike.forEach(insert -> ((Work<?>) insert).run(handle)));
        }
    }

    private void run(Handle handle) {
        handle.savepoint("work");
        try {
            value = done(handle);
            handle.releaseSavepoint("work");
        } catch (Throwable e) {
            thrown = e;
            undo(handle, e);
        }
    }

    /** Of some troubles, a full disk among them, SQLite ends the whole transaction itself: then nothing in it is kept. */
    private static void undo(Handle handle, Throwable trouble) {
        try {
            handle.rollbackToSavepoint("work");
        } catch (RuntimeException gone) {
            gone.addSuppressed(trouble);
            throw trouble instanceof RuntimeException cause ? cause : gone;
        }
    }

    @SuppressWarnings("NullAway") // A callback may return null where its type allows it.
    void committed() {
        if (thrown == null) {
            result.complete(value);
        } else {
            result.completeExceptionally(thrown);
        }
    }

    /** Anything. */
    static final class Call<T> extends Work<T> {
        private final HandleCallback<T, ?> callback;

        private final boolean patient;

        Call(HandleCallback<T, ?> callback, boolean patient) {
            this.callback = callback;
            this.patient = patient;
        }

        @Override
        boolean isPatient() {
            return patient;
        }

        @Override
        T done(Handle handle) throws Exception {
            return callback.withHandle(handle);
        }
    }

    /** One row. */
    static final class Insert extends Work<Boolean> {
        private final String sql;
        private final @Nullable Object[] values;

        Insert(String sql, @Nullable Object... values) {
            this.sql = sql;
            this.values = values;
        }

        static void runTogether(String sql, List<Insert> alike, Handle handle) throws SQLException {
            try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
                for (Insert insert : alike) {
                    PlainBatch.bind(statement, insert.values);
                    statement.addBatch();
                }
                insertedBy(statement.executeBatch(), alike);
            }
        }

        private static void insertedBy(int[] counts, List<Insert> alike) {
            for (int index = 0; index < counts.length; index++) {
                ((Work<Boolean>) alike.get(index)).value =
                        counts[index] == 1 || counts[index] == Statement.SUCCESS_NO_INFO;
            }
        }

        @Override
        Boolean done(Handle handle) {
            Connection connection = handle.getConnection();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                PlainBatch.bind(statement, values);
                return statement.executeUpdate() == 1;
            } catch (SQLException e) {
                throw new IllegalStateException("a row could not be inserted: " + e.getMessage(), e);
            }
        }
    }
}
