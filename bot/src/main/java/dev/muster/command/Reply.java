package dev.muster.command;

import dev.muster.desk.Markup;
import dev.muster.desk.Notice;
import dev.muster.desk.Notice.Text;
import dev.muster.incident.Refusal;

/** What a person gets back, seen by them alone. */
public sealed interface Reply {

    /** Something to read. */
    record Show(Notice notice) implements Reply {}

    /** Something to fill in. */
    record Ask(Form form) implements Reply {}

    static Reply tell(String markup) {
        return new Show(new Text(markup));
    }

    /** A refusal, as it was said. */
    static Reply no(Refusal refusal) {
        return tell(Markup.of(refusal));
    }
}
