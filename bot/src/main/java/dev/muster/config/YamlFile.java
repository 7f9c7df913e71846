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
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * A YAML file: what it says, and where it says it. One document of plain values: no anchors, aliases or tags, no key
 * twice, nothing deeper than a person would write.
 */
public final class YamlFile {

    private static final int DEEPEST = 20;
    private static final int MOST = 1 << 20;

    private static final ObjectMapper yaml = new ObjectMapper(YAMLFactory.builder()
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private final String name;
    private final JsonNode root;
    private final Map<String, JsonLocation> places = new HashMap<>();

    /**
     * Reads a text.
     *
     * @param name how the file is called in messages
     * @throws Mistake for the first thing in it that is no such YAML
     */
    public YamlFile(String name, String text) {
        this.name = name;
        if (text.length() > MOST) {
            throw new Mistake(at(JsonLocation.NA), "this is longer than 1 MB, and nothing of it was read. Split it.");
        }
        try {
            findPlaces(text);
            this.root = Optional.ofNullable(yaml.readTree(text)).orElse(MissingNode.getInstance());
        } catch (JsonProcessingException e) {
            throw noYaml(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode root() {
        return root;
    }

    /** Where the value with this JSON pointer stands, or the nearest value around it. */
    public Place place(String pointer) {
        String known = pointer;
        while (!known.isEmpty() && !places.containsKey(known)) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        return places.containsKey(known) ? at(places.get(known)) : Place.of(name);
    }

    /** A mistake at the value with this JSON pointer, or at the nearest value around it. */
    public Mistake mistake(String pointer, String what) {
        return new Mistake(place(pointer), what);
    }

    private void findPlaces(String text) throws IOException {
        int depth = 0;
        try (YAMLParser parser = (YAMLParser) yaml.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                requirePlain(parser, token, depth);
                String pointer = parser.getParsingContext().pathAsPointer().toString();
                places.putIfAbsent(pointer, parser.currentTokenLocation());
            }
        }
    }

    private void requirePlain(YAMLParser parser, JsonToken token, int depth) throws IOException {
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
            throw here(
                    parser, "anchors and aliases (& and *) are not read here. Write out what is meant, or quote it.");
        }
        if (parser.getTypeId() != null) {
            throw here(parser, "tags (!) are not read here. Leave it out, or quote it.");
        }
        if (depth > DEEPEST) {
            throw here(parser, "this is nested deeper than " + DEEPEST + " levels.");
        }
        boolean isTop = parser.getParsingContext().inRoot() || depth == 1 && token.isStructStart();
        if (isTop && !token.isStructEnd() && !places.isEmpty()) {
            throw here(parser, "a second document begins here. One file holds one.");
        }
    }

    /** The parser names the beginning of what it was reading; where it could not go on is nearer to what is wrong. */
    private Mistake noYaml(JsonProcessingException failure) {
        if (failure.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            Mark mark = marked.getProblemMark();
            Place place = new Place(name, mark.getLine() + 1, mark.getColumn() + 1);
            return new Mistake(place, "this is not valid YAML: " + firstLine(marked.getProblem()));
        }
        return new Mistake(
                at(failure.getLocation()), "this is not valid YAML: " + firstLine(failure.getOriginalMessage()));
    }

    private Mistake here(JsonParser parser, String what) {
        return new Mistake(at(parser.currentTokenLocation()), what);
    }

    private Place at(@Nullable JsonLocation place) {
        return place == null || place.getLineNr() < 1
                ? new Place(name, 1, 1)
                : new Place(name, place.getLineNr(), place.getColumnNr());
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("").strip();
    }
}
