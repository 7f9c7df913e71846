package dev.muster.command;

import dev.muster.desk.Briefing;
import java.util.List;

/** Tells somebody who has just come in what there is to know. */
public final class BriefVerb implements Verb {

    private final Briefing briefing;

    public BriefVerb(Briefing briefing) {
        this.briefing = briefing;
    }

    @Override
    public String name() {
        return "brief";
    }

    @Override
    public String purpose() {
        return "For somebody who has just come in: where it stands, what was tried and decided, what is open.";
    }

    @Override
    public List<String> usages() {
        return List.of("brief");
    }

    @Override
    public Reply act(Request request) {
        return new Reply.Show(briefing.of(request.incident()));
    }
}
