package dev.muster.runbook.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.config.shape.Shape;
import java.util.Map;

/** The format as a JSON Schema, by which editors complete and check a runbook while it is written. */
public final class Schema {

    private static final ObjectMapper json = new ObjectMapper();

    private Schema() {}

    /** The text of {@code config/runbook.schema.json}. */
    public static String text() {
        Map<String, Object> schema = Shape.map(
                "$schema", "https://json-schema.org/draft/2020-12/schema",
                "$id", "https://muster.dev/schemas/runbook.v1.json",
                "title", "A runbook of Muster");
        schema.putAll(Format.TOP.schema());
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
