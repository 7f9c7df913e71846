package dev.muster.main;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.muster.config.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the rows of an export, one after another. */
final class ExportFile {

    private static final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ExportFile() {}

    /** Every row of JSON lines, or of an object with rows. What is no row is handed over too, to be found bad. */
    static void each(Path file, Consumer<Map<String, ?>> reader) {
        try (JsonParser parser = json.createParser(Files.newBufferedReader(file))) {
            Map<String, Object> first = object(parser);
            if (first.get("rows") instanceof List<?> rows) {
                rows(rows, first.getOrDefault("head", Map.of()), reader);
            } else {
                for (Map<String, Object> row = first; !row.isEmpty(); row = object(parser)) {
                    reader.accept(row);
                }
            }
        } catch (IOException e) {
            throw new Mistake(file.toString(), "cannot be read as an export: " + firstLine(e));
        }
    }

    private static void rows(List<?> rows, Object head, Consumer<Map<String, ?>> reader) {
        boolean first = true;
        for (Object row : rows) {
            Map<String, Object> line = json.convertValue(row, new TypeReference<>() {});
            if (first) {
                line.put("head", head);
            }
            reader.accept(line);
            first = false;
        }
    }

    /** The next object; none at the end. */
    private static Map<String, Object> object(JsonParser parser) throws IOException {
        return parser.nextToken() == JsonToken.START_OBJECT
                ? json.readValue(parser, new TypeReference<LinkedHashMap<String, Object>>() {})
                : Map.of();
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
