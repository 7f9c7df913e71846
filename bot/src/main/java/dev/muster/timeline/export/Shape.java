package dev.muster.timeline.export;

import dev.muster.timeline.Chain;
import dev.muster.timeline.Row;

/** One way of writing rows out. Called in this order: begin, each row, end. */
interface Shape {

    void begin();

    void row(Row row);

    /** @param head where the chain over the written rows ends */
    void end(Chain head);
}
