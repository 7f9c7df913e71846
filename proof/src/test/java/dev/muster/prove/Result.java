package dev.muster.prove;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What came of one proof.
 *
 * @param measured what was measured, or what was wrong
 * @param red how it was seen to fail when the code was broken on purpose
 * @param run where and on what it ran; empty until it stands in the ledger
 */
record Result(
        Part part,
        String promise,
        boolean held,
        String measured,
        String red,
        long seed,
        int rounds,
        double seconds,
        String run) {

    private static final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Where the results of one run are left, and the steps that led to them. */
    static final Path FOLDER = Path.of("target", "proofs");

    /** Its file, and its log's, without their endings. */
    static Path place(String promise) {
        String name = promise.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return FOLDER.resolve(name.substring(0, Math.min(name.length(), 80)));
    }

    void write() {
        try {
            Files.createDirectories(FOLDER);
            json.writeValue(Path.of(place(promise) + ".json").toFile(), this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Result in(String where) {
        return new Result(part, promise, held, measured, red, seed, rounds, seconds, where);
    }
}
