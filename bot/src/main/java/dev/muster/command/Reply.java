package dev.muster.command;

import dev.muster.desk.Markup;
import dev.muster.desk.Notice;
import dev.muster.desk.Notice.Choice;
import dev.muster.desk.Notice.Suggested;
import dev.muster.desk.Notice.Text;
import dev.muster.incident.Refusal;
import java.util.List;
import java.util.function.Supplier;

/** What a person gets back, seen by them alone. */
public sealed interface Reply {

    /** Something to read. */
    record Show(Notice notice) implements Reply {}

    /** Something to fill in. */
    record Ask(Form form) implements Reply {}

    /** Words to be obeyed first, as if the same person had said them; what comes then, if they are not refused. */
    record First(String words, Supplier<Reply> then) implements Reply {}

    static Reply tell(String markup) {
        return new Show(new Text(markup));
    }

    /** Something to read, with what can be done next. */
    static Reply offer(String markup, Choice... choices) {
        return new Show(new Suggested(markup, List.of(choices)));
    }

    /** A refusal, as it was said. */
    static Reply no(Refusal refusal) {
        return tell(Markup.of(refusal));
    }
}
