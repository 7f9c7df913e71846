package dev.muster.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackagesTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/muster/workspace");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import dev\\.muster\\.workspace\\.([a-z]+)\\.");
    private static final Map<String, Set<String>> MAY_ENTER = Map.of(
            "json", Set.of(),
            "state", Set.of("json"),
            "check", Set.of("json"),
            "deed", Set.of("json", "state", "check"),
            "push", Set.of("json", "state"),
            "people", Set.of("json", "state", "deed", "push"),
            "api", Set.of("json", "state", "deed", "push"),
            "ui", Set.of("json", "state", "deed", "people", "api"),
            "junit", Set.of());

    static List<String> packages() throws IOException {
        try (Stream<Path> folders = Files.list(SOURCES)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void entersOnlyWhatItMay(String name) throws IOException {
        Set<String> entered = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES.resolve(name))) {
            for (Path file : files.toList()) {
                IMPORT.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .forEach(entered::add);
            }
        }
        entered.remove(name);

        assertThat(MAY_ENTER).containsKey(name);
        assertThat(MAY_ENTER.getOrDefault(name, Set.of())).containsAll(entered);
    }

    /** What runs by itself is without JUnit, and must not need it. */
    @Test
    void needsJunitForTheExtensionOnly() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> needing = files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(SOURCES.resolve("junit")))
                    .filter(PackagesTest::mentionsJunit)
                    .toList();

            assertThat(needing).isEmpty();
        }
    }

    private static boolean mentionsJunit(Path file) {
        try {
            String text = Files.readString(file);
            return text.contains("org.junit") || text.contains("workspace.junit.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
