package dev.muster.timeline.export;

import dev.muster.timeline.Chain;
import dev.muster.timeline.Json;
import dev.muster.timeline.Row;

/** One object a line, and nothing else. */
final class JsonLines implements Shape {

    private final Glance glance;
    private final Out out;

    JsonLines(Glance glance, Out out) {
        this.glance = glance;
        this.out = out;
    }

    @Override
    public void begin() {}

    @Override
    public void row(Row row) {
        out.raw(Json.write(glance.exported(row))).raw("\n");
    }

    @Override
    public void end(Chain head) {}
}
