package dev.muster.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.config.Mistake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void writesInUtf8AndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("timeline.html");

        WholeFile.write(file.toString(), writer -> say(writer, "naïve 🚒"));

        assertThat(file).hasContent("naïve 🚒");
        assertThat(files()).containsExactly("timeline.html");
    }

    @Test
    void leavesWhatWasThereWhenTheWorkBreaks() throws IOException {
        Path file = Files.writeString(folder.resolve("timeline.html"), "before");

        assertThatThrownBy(() -> WholeFile.write(file.toString(), writer -> {
                    say(writer, "half");
                    throw new IllegalStateException("database gone");
                }))
                .hasMessage("database gone");

        assertThat(file).hasContent("before");
        assertThat(files()).containsExactly("timeline.html");
    }

    @Test
    void doesNotTouchTheFileUntilAllIsWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("timeline.html"), "before");

        WholeFile.write(file.toString(), writer -> {
            say(writer, "x".repeat(100_000));
            assertThat(file).hasContent("before");
        });

        assertThat(file).content().hasSize(100_000);
    }

    @Test
    void saysInOneLineWhyItCouldNotWrite() {
        String file = folder.resolve("none/timeline.html").toString();

        assertThatThrownBy(() -> WholeFile.write(file, writer -> say(writer, "x")))
                .isInstanceOf(Mistake.class)
                .hasMessage(file + ": its folder does not exist. Make it, or name another file with --out.");
        assertThatThrownBy(() -> WholeFile.write(folder.resolve("a").toString(), writer -> {
                    throw new UncheckedIOException(new IOException("No space left on device"));
                }))
                .isInstanceOf(Mistake.class)
                .hasMessageContaining("No space left on device");
    }

    @Test
    void writesThroughALinkAndKeepsIt() throws IOException {
        Path file = Files.writeString(folder.resolve("real"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        WholeFile.write(link.toString(), writer -> say(writer, "after"));

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("after");
    }

    @Test
    void writesToWhatIsNoFileAsItIs() {
        WholeFile.write("/dev/null", writer -> say(writer, "gone"));

        assertThat(Path.of("/dev/null")).exists();
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void refusesAFormatThatThereIsNotAsWrongUsage() {
        assertThat(Main.run("timeline", "export", "INC-1", "--format", "pdf")).isEqualTo(2);
    }

    private Stream<String> files() throws IOException {
        return Files.list(folder).map(file -> file.getFileName().toString());
    }

    private static void say(Writer writer, String text) {
        try {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
