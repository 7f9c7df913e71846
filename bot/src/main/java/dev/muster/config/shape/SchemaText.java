package dev.muster.config.shape;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** A shape as the text of a JSON Schema (json-schema.org, draft 2020-12). */
public final class SchemaText {

    private static final ObjectMapper json = new ObjectMapper();

    private SchemaText() {}

    public static String of(String id, String title, Shape shape) {
        Map<String, Object> schema =
                Shape.map("$schema", "https://json-schema.org/draft/2020-12/schema", "$id", id, "title", title);
        schema.putAll(shape.schema());
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        try {
            return json.writer(new DefaultPrettyPrinter()
                                    .withObjectIndenter(indent)
                                    .withArrayIndenter(new DefaultPrettyPrinter.FixedSpaceIndenter()))
                            .writeValueAsString(schema)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the schema", e);
        }
    }
}
