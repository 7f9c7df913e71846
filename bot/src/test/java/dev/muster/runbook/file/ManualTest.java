package dev.muster.runbook.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ManualTest {

    private static final Path MANUAL = Path.of("../runbooks/README.md");
    private static final String BEGIN = "<!-- table of keys -->\n";
    private static final String END = "<!-- end of the table -->\n";

    @Test
    void showsARunbookThatCanBeRead() throws IOException {
        String example = Files.readString(MANUAL).split("```yaml\n")[1].split("```\n")[0];

        assertThat(RunbookFile.read("README.md", example).mistakes()).isEmpty();
    }

    /** {@code -Dschema=write} renews it. */
    @Test
    void tellsEveryKeyThatThereIs() throws IOException {
        String manual = Files.readString(MANUAL);
        String table = String.join("\n", Manual.table()) + "\n";
        int begin = manual.indexOf(BEGIN) + BEGIN.length();
        int end = manual.indexOf(END);
        if ("write".equals(System.getProperty("schema"))) {
            Files.writeString(MANUAL, manual.substring(0, begin) + table + manual.substring(end));
        }
        assertThat(Files.readString(MANUAL)).contains(BEGIN + table + END);
    }
}
