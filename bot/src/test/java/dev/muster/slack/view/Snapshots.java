package dev.muster.slack.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What something looks like in Slack, kept as JSON beside the tests so that a change of it is seen. After a change that
 * is wanted: {@code -Dsnapshots=write}, and read the difference.
 */
final class Snapshots {

    private static final Path FOLDER = Path.of("src/test/resources/snapshots");
    private static final Gson slack = GsonFactory.createSnakeCase();
    private static final Gson pretty =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private Snapshots() {}

    static void assertLooksAsBefore(String name, Object view) {
        Path file = FOLDER.resolve(name + ".json");
        String now = pretty.toJson(slack.toJsonTree(view)) + "\n";
        try {
            if (System.getProperty("snapshots", "").equals("write")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, now);
            }
            assertThat(file).as("run with -Dsnapshots=write to make it").exists();
            assertThat(now)
                    .as("%s; if the change is wanted, run with -Dsnapshots=write", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
