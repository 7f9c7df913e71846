package dev.muster.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    private final String text;
    private final JsonNode root;
    private final Map<String, JsonLocation> places = new HashMap<>();
    private boolean isFound;

    /**
     * Reads a text.
     *
     * @param name how the file is called in messages
     * @throws Mistake for the first thing in it that is no such YAML
     */
    public YamlFile(String name, String text) {
        this.name = name;
        this.text = text;
        if (text.length() > MOST) {
            throw new Mistake(at(JsonLocation.NA), "this is longer than 1 MB, and nothing of it was read. Split it.");
        }
        this.root = read();
    }

    /** Every {@code .yaml} and {@code .yml} file of a folder, in the order of their names; none if there is no folder. */
    public static List<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches("(?s).*\\.ya?ml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode root() {
        return root;
    }

    /** Where the value with this JSON pointer stands, or the nearest value around it. */
    public Place place(String pointer) {
        Map<String, JsonLocation> all = places();
        String known = pointer;
        while (!known.isEmpty() && !all.containsKey(known)) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        return all.containsKey(known) ? at(all.get(known)) : Place.of(name);
    }

    /** A mistake at the value with this JSON pointer, or at the nearest value around it. */
    public Mistake mistake(String pointer, String what) {
        return new Mistake(place(pointer), what);
    }

    private JsonNode read() {
        try (YAMLParser parser = (YAMLParser) yaml.createParser(text)) {
            JsonNode read = parser.nextToken() == null ? MissingNode.getInstance() : value(parser, 0);
            if (parser.nextToken() != null) {
                throw here(parser, "a second document begins here. One file holds one.");
            }
            return read;
        } catch (JsonProcessingException e) {
            throw noYaml(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode value(YAMLParser parser, int depth) throws IOException {
        requirePlain(parser, depth);
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            return list(parser, depth + 1);
        }
        return parser.currentToken() == JsonToken.START_OBJECT ? object(parser, depth + 1) : single(parser);
    }

    private static JsonNode single(YAMLParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING
                ? TextNode.valueOf(parser.getText())
                : parser.readValueAs(ValueNode.class);
    }

    private JsonNode list(YAMLParser parser, int depth) throws IOException {
        ArrayNode list = yaml.createArrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(parser, depth));
        }
        return list;
    }

    private JsonNode object(YAMLParser parser, int depth) throws IOException {
        ObjectNode object = yaml.createObjectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            requirePlain(parser, depth);
            parser.nextToken();
            object.set(key, value(parser, depth));
        }
        return object;
    }

    private void requirePlain(YAMLParser parser, int depth) throws IOException {
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
            throw here(
                    parser, "anchors and aliases (& and *) are not read here. Write out what is meant, or quote it.");
        }
        if (parser.getTypeId() != null) {
            throw here(parser, "tags (!) are not read here. Leave it out, or quote it.");
        }
        if (depth >= DEEPEST && parser.currentToken().isStructStart()) {
            throw here(parser, "this is nested deeper than " + DEEPEST + " levels.");
        }
    }

    /** Only whoever has something to say about a place needs it, and then the file is read once more. */
    private synchronized Map<String, JsonLocation> places() {
        if (isFound) {
            return places;
        }
        try (JsonParser parser = yaml.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String pointer = parser.getParsingContext().pathAsPointer().toString();
                places.putIfAbsent(pointer, parser.currentTokenLocation());
            }
            isFound = true;
            return places;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
