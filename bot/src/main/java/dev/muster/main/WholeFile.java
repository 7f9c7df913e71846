package dev.muster.main;

import dev.muster.config.Mistake;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Text in UTF-8 that is in its file whole or not at all: written beside it first, then moved into place. */
final class WholeFile {

    private WholeFile() {}

    /**
     * Writes to a file, or to standard output for {@code -}. What stood in the file before stays there until all is
     * written. Something that is no file, such as {@code /dev/null} or a pipe, is written to as it is.
     */
    static void write(String file, Consumer<Writer> work) {
        try {
            if (file.equals("-")) {
                write(new FileOutputStream(FileDescriptor.out), work);
            } else {
                write(Path.of(file), work);
            }
        } catch (IOException e) {
            throw failed(file, e);
        } catch (UncheckedIOException e) {
            throw failed(file, e.getCause());
        }
    }

    private static Mistake failed(String file, @Nullable IOException why) {
        return new Mistake(file, "could not be written (" + why + "). Make room, or name another file with --out.");
    }

    private static void write(Path file, Consumer<Writer> work) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            write(Files.newOutputStream(file), work);
            return;
        }
        if (!Files.isDirectory(
                Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file))) {
            throw new Mistake(file.toString(), "its folder does not exist. Make it, or name another file with --out.");
        }
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path beside = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            write(Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW), work);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void write(OutputStream to, Consumer<Writer> work) throws IOException {
        try (Writer writer = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8))) {
            work.accept(writer);
        }
    }
}
