package dev.muster.scenario.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of scenarios. */
public final class ScenarioFiles {

    private ScenarioFiles() {}

    /** Each file in it, in the order of their names; none if there is no such folder. */
    public static List<ScenarioFile> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches("(?s).*\\.ya?ml"))
                    .sorted()
                    .map(ScenarioFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
