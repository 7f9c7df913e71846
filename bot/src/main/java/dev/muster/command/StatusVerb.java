package dev.muster.command;

import dev.muster.desk.Notice.Card;
import java.util.List;

/** Shows how an incident stands. */
public final class StatusVerb implements Verb {

    @Override
    public String name() {
        return "status";
    }

    @Override
    public String purpose() {
        return "Shows how it stands, to you alone.";
    }

    @Override
    public List<String> usages() {
        return List.of("status");
    }

    @Override
    public Reply act(Request request) {
        return new Reply.Show(new Card(request.incident()));
    }
}
