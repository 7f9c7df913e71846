package dev.muster.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.muster.store.Tally.Total;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Everything out of a database into a folder, and into another database again: one file of JSON lines a table, and a list
 * of what each must come to. The same format for every database.
 */
public final class Transfer {

    private static final String LIST = "export.json";
    private static final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Transfer() {}

    /**
     * What an export holds.
     *
     * @param version of the tables
     * @param tables in the order in which they can be filled
     */
    record Contents(int version, Map<String, Total> tables) {

        long rows() {
            return tables.values().stream().mapToLong(Total::rows).sum();
        }
    }

    /**
     * Writes everything that was committed when it began. The list is written last, so that a folder without one is not
     * complete.
     *
     * @param folder exists and is empty
     * @return how many rows were written
     */
    public static long out(Database database, Path folder) {
        return database.snapshot(handle -> {
            Map<String, Total> tables = new LinkedHashMap<>();
            for (String table : PlainTables.names(handle)) {
                tables.put(table, write(handle, table, file(folder, table)));
            }
            Contents contents = new Contents(Migrations.version(handle), tables);
            write(folder.resolve(LIST), contents);
            return contents.rows();
        });
    }

    private static void write(Path file, Contents contents) {
        try {
            json.writeValue(file.toFile(), contents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Total write(Handle handle, String table, Path file) {
        Tally tally = new Tally();
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            PlainTables.each(handle, table, line -> {
                tally.add(line);
                append(writer, line);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tally.total();
    }

    /**
     * Fills an empty database, whole or not at all, and then reads it again and compares.
     *
     * @return how many rows were read
     * @throws IllegalArgumentException if the folder holds no complete export of this version, or if the database is not empty
     */
    public static long in(Database database, Path folder) {
        Contents contents = contents(folder);
        database.write(handle -> {
            requireRoom(handle, contents.version());
            for (String table : contents.tables().keySet()) {
                handle.execute("DELETE FROM " + table);
            }
            for (Map.Entry<String, Total> table : contents.tables().entrySet()) {
                read(handle, table.getKey(), file(folder, table.getKey()), table.getValue());
            }
            database.words().filled(handle);
            return true;
        });
        compare(database, contents);
        database.words().bringUpToDate(database);
        return contents.rows();
    }

    private static Contents contents(Path folder) {
        try {
            return json.readValue(folder.resolve(LIST).toFile(), Contents.class);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%s holds no complete export: %s cannot be read. Nothing was changed.".formatted(folder, LIST), e);
        }
    }

    private static void requireRoom(Handle handle, int version) {
        int present = Migrations.version(handle);
        if (present != version) {
            throw new IllegalArgumentException(
                    "the export is of version %d, this program keeps version %d. Nothing was changed. Start the old database once with this program, stop it, and export it again."
                            .formatted(version, present));
        }
        if (handle.createQuery("SELECT COUNT(*) FROM incidents")
                        .mapTo(long.class)
                        .one()
                > 0) {
            throw new IllegalArgumentException(
                    "there are incidents in this database. Nothing was changed. Import into an empty one.");
        }
    }

    private static void read(Handle handle, String table, Path file, Total expected) {
        Tally tally = new Tally();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            Iterator<String> lines = reader.lines().peek(tally::add).iterator();
            PlainTables.fill(handle, table, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        require(table + " in the folder", expected, tally.total());
    }

    /** What was written is looked at as any reader would see it. */
    private static void compare(Database database, Contents contents) {
        database.snapshot(handle -> {
            for (Map.Entry<String, Total> table : contents.tables().entrySet()) {
                Tally tally = new Tally();
                PlainTables.each(handle, table.getKey(), tally::add);
                require(table.getKey() + " in the database", table.getValue(), tally.total());
            }
            return true;
        });
    }

    private static void require(String what, Total expected, Total actual) {
        if (!expected.equals(actual)) {
            throw new IllegalArgumentException(
                    "%s is not what was exported: %d rows with the sum %s, expected %d with %s"
                            .formatted(what, actual.rows(), actual.sum(), expected.rows(), expected.sum()));
        }
    }

    private static Path file(Path folder, String table) {
        return folder.resolve(table + ".jsonl");
    }

    private static void append(BufferedWriter writer, String line) {
        try {
            writer.write(line);
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
