package dev.muster.main;

import dev.muster.desk.Scenarios;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.file.ScenarioFile;
import dev.muster.scenario.file.ScenarioFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scenarios of a folder, read again when a file changes. One with a mistake is left out, and named in the log. */
final class ScenarioShelf implements Scenarios {

    private static final Logger log = LoggerFactory.getLogger(ScenarioShelf.class);

    private final Path folder;
    private Map<Path, Long> seen = Map.of();
    private List<Scenario> good = List.of();

    ScenarioShelf(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized List<Scenario> list() {
        Map<Path, Long> now = ScenarioFiles.marks(folder);
        if (!now.equals(seen)) {
            seen = now;
            good = read();
        }
        return good;
    }

    private List<Scenario> read() {
        List<ScenarioFile> files = ScenarioFiles.read(folder);
        files.forEach(
                file -> file.mistakes().forEach(mistake -> log.warn("scenario left out: {}", mistake.getMessage())));
        return files.stream().flatMap(file -> file.scenario().stream()).toList();
    }
}
