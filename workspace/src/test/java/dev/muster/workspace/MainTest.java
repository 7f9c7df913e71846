package dev.muster.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
    private final StringWriter errors = new StringWriter();

    @TempDir
    private Path folder;

    private int run(String... options) {
        return new CommandLine(new Main()).setErr(new PrintWriter(errors)).execute(options);
    }

    @Test
    void saysWhatIsWrongWithAManifestAndStartsNothing() throws IOException {
        Path yaml = Files.writeString(folder.resolve("manifest.yaml"), "features:\n  slash_commands: []\n");

        assertThat(run("--manifest", yaml.toString())).isEqualTo(2);
        assertThat(run("--manifest", folder.resolve("nowhere.json").toString())).isEqualTo(2);

        assertThat(errors.toString())
                .contains("manifest.yaml is not a JSON object; nothing was started. Give a manifest in JSON")
                .contains("cannot read ");
    }

    @Test
    void takesNameCommandsAndShortcutsFromTheManifest() throws IOException {
        Path json = Files.writeString(
                folder.resolve("manifest.json"),
                """
                {"display_information": {"name": "Tickets"},
                 "features": {"slash_commands": [{"command": "/ticket", "usage_hint": "TITLE"}],
                              "shortcuts": [{"name": "Make a ticket", "type": "message", "callback_id": "make"}]}}""");

        Manifest manifest = Manifest.read(json);

        assertThat(manifest.name()).isEqualTo("Tickets");
        assertThat(manifest.commands()).containsExactly(new Command("/ticket", "", "TITLE"));
        assertThat(manifest.shortcuts()).containsExactly(Shortcut.onMessage("Make a ticket", "make"));
    }
}
