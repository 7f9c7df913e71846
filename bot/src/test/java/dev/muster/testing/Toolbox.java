package dev.muster.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Programs for runbooks to run, which leave a mark each time they are, and the settings that allow them. */
public final class Toolbox {

    private final Path folder;
    private final Map<String, String> permits = new TreeMap<>();

    /** @param folder is made everybody's, because programs run as somebody else */
    public Toolbox(Path folder) {
        this.folder = folder;
        allowAll(folder);
    }

    /**
     * A program that says what it was given, after leaving a mark.
     *
     * @param words patterns of what it may be given
     * @param script what it does besides, in shell
     */
    public Toolbox with(String name, List<String> words, String script) {
        Path program = folder.resolve(name);
        String text = "#!/bin/sh\necho \"$*\" >> %s\n%s\n".formatted(marks(name), script);
        try {
            Files.writeString(program, text);
            Files.writeString(marks(name), "");
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
            allowAll(marks(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String patterns =
                String.join(", ", words.stream().map(word -> "'" + word + "'").toList());
        permits.put(name, "    %s: {program: %s, words: [%s]}%n".formatted(name, program, patterns));
        return this;
    }

    /** A file that scripts and tests see. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** What a program was given, each time that it was run. */
    public List<String> runs(String name) {
        try {
            return Files.readAllLines(marks(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path marks(String name) {
        return folder.resolve(name + ".runs");
    }

    /** The settings that allow them, as an environment; others may be added. */
    public Map<String, String> settings(Map<String, String> more) {
        String commands = String.join("", permits.values());
        String test = commands.replace("    ", "      ");
        Path file = folder.resolve("muster.yaml");
        try {
            Files.writeString(
                    file,
                    "execution:\n  enabled: true\n  commands:\n" + commands
                            + "  test:\n    enabled: true\n    commands:\n" + test);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = new HashMap<>(Map.of("MUSTER_CONFIG", file.toString()));
        settings.putAll(more);
        return settings;
    }

    private static void allowAll(Path path) {
        try {
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwxrwxrwx" : "rw-rw-rw-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
