package dev.muster.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A YAML file: what it says, and where it says it. Duplicate keys are mistakes; tags make no objects. */
final class YamlFile {

    private static final ObjectMapper yaml = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private final String name;
    private final JsonNode root;
    private final Map<String, JsonLocation> places = new HashMap<>();

    /** @param name how the file is called in messages */
    YamlFile(String name, String text) {
        this.name = name;
        try {
            this.root = Optional.ofNullable(yaml.readTree(text)).orElse(MissingNode.getInstance());
            findPlaces(text);
        } catch (JsonProcessingException e) {
            throw new Mistake(at(e.getLocation()), "this is not valid YAML: " + firstLine(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode root() {
        return root;
    }

    /** A mistake at the value with this JSON pointer, or at the nearest value around it. */
    Mistake mistake(String pointer, String what) {
        String known = pointer;
        while (!known.isEmpty() && !places.containsKey(known)) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        return new Mistake(places.containsKey(known) ? at(places.get(known)) : name, what);
    }

    private void findPlaces(String text) throws IOException {
        try (JsonParser parser = yaml.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String pointer = parser.getParsingContext().pathAsPointer().toString();
                places.putIfAbsent(pointer, parser.currentTokenLocation());
            }
        }
    }

    private String at(@Nullable JsonLocation place) {
        return place == null ? name : name + ":" + place.getLineNr() + ":" + place.getColumnNr();
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("").strip();
    }
}
