package dev.muster.command;

import dev.muster.desk.Notice;
import dev.muster.desk.Notice.Text;

/** What a person gets back, seen by them alone. */
public sealed interface Reply {

    /** Something to read. */
    record Show(Notice notice) implements Reply {}

    /** Something to fill in. */
    record Ask(Form form) implements Reply {}

    static Reply tell(String markup) {
        return new Show(new Text(markup));
    }
}
