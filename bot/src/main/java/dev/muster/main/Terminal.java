package dev.muster.main;

import dev.muster.config.Mistake;
import dev.muster.config.Settings;
import dev.muster.config.SettingsFile;
import dev.muster.incident.IncidentId;
import dev.muster.store.Store;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** What the commands that read share: the database beside a running bot, and output that is UTF-8 in any locale. */
final class Terminal {

    private Terminal() {}

    /** Opens the database that is there; to look at one makes none. */
    static Store store() {
        Settings settings = settings();
        Stores.location(settings).file().filter(file -> !Files.exists(file)).ifPresent(file -> {
            throw new Mistake(file.toString(), "there is no such database. Name one with DATABASE_URL.");
        });
        return Stores.read(settings, InstantSource.system());
    }

    static Settings settings() {
        return SettingsFile.read(System.getenv());
    }

    /** Writes a text, as {@link WholeFile} expects it. */
    static void append(Writer writer, String text) {
        try {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static IncidentId incident(String word) {
        return IncidentId.find(word)
                .orElseThrow(() -> new Mistake(word, "is no incident. Name one like INC-42 or 42."));
    }

    /** A file, or standard output for {@code -}. Closing it leaves standard output open. */
    static PrintStream out(String file) throws IOException {
        OutputStream target =
                file.equals("-") ? new FileOutputStream(FileDescriptor.out) : Files.newOutputStream(Path.of(file));
        return new PrintStream(new BufferedOutputStream(target), false, StandardCharsets.UTF_8);
    }
}
