package dev.muster.scenario.file;

import dev.muster.config.YamlFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A folder of scenarios. */
public final class ScenarioFiles {

    private ScenarioFiles() {}

    /** Each file in it, in the order of their names; none if there is no such folder. */
    public static List<ScenarioFile> read(Path folder) {
        return marks(folder).keySet().stream().map(ScenarioFile::read).toList();
    }

    /** By each file when it was changed last, in milliseconds. */
    public static Map<Path, Long> marks(Path folder) {
        Map<Path, Long> marks = new TreeMap<>();
        YamlFile.in(folder).forEach(file -> marks.put(file, file.toFile().lastModified()));
        return marks;
    }
}
