package dev.muster.scenario.file;

import dev.muster.config.shape.SchemaText;

/** The format as a JSON Schema, by which editors complete and check a scenario while it is written. */
public final class Schema {

    private Schema() {}

    /** The text of {@code config/scenario.schema.json}. */
    public static String text() {
        return SchemaText.of("https://muster.dev/schemas/scenario.v1.json", "A scenario of Muster", Format.TOP);
    }
}
