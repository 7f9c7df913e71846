package dev.muster.timeline.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.timeline.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What an export looks like, kept beside the tests so that a change of it is seen; hashes by their row. After a change
 * that is wanted: {@code -Dsnapshots=write}, and read the difference.
 */
final class Snapshots {

    private static final Path FOLDER = Path.of("src/test/resources/snapshots");

    private Snapshots() {}

    static void assertLooksAsBefore(Tale tale, Format format) {
        Path file = FOLDER.resolve("timeline." + format.extension());
        String now = tale.export(format);
        for (Row row : tale.rows()) {
            now = now.replace(row.hash(), "hash-of-row-" + row.seq());
        }
        try {
            if (System.getProperty("snapshots", "").equals("write")) {
                Files.writeString(file, now);
            }
            assertThat(now)
                    .as("%s; if the change is wanted, run with -Dsnapshots=write", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
