package dev.muster.runbook.file;

import dev.muster.config.shape.SchemaText;

/** The format as a JSON Schema, by which editors complete and check a runbook while it is written. */
public final class Schema {

    private Schema() {}

    /** The text of {@code config/runbook.schema.json}. */
    public static String text() {
        return SchemaText.of("https://muster.dev/schemas/runbook.v1.json", "A runbook of Muster", Format.TOP);
    }
}
