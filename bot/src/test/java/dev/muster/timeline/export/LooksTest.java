package dev.muster.timeline.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LooksTest {
    @Test
    void writes() throws IOException {
        Path to = Files.createDirectories(Path.of("target/exports"));
        Files.writeString(to.resolve("small.html"), Tale.ofEverything().export(Format.HTML));
        Files.writeString(
                to.resolve("m10.html"), Tale.of(Duration.ofMinutes(10), 5).export(Format.HTML));
        Files.writeString(
                to.resolve("h3.html"), Tale.of(Duration.ofHours(3), 400).export(Format.HTML));
        Files.writeString(
                to.resolve("d4.html"), Tale.of(Duration.ofDays(4), 10_000).export(Format.HTML));
    }
}
