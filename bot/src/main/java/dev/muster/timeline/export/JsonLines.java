package dev.muster.timeline.export;

import dev.muster.timeline.Chain;
import dev.muster.timeline.Json;
import dev.muster.timeline.Row;
import java.util.Map;

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

    /** The first line also says where the rows end, so that none can be cut off unseen. */
    @Override
    public void row(Row row) {
        Map<String, Object> line = glance.exported(row);
        if (row.seq() == 1) {
            line.put("head", JsonObject.head(glance.head()));
        }
        out.raw(Json.write(line)).raw("\n");
    }

    @Override
    public void end(Chain head) {}
}
