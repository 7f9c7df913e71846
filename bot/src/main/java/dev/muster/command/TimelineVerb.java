package dev.muster.command;

import dev.muster.desk.Markup;
import dev.muster.desk.Timelines;
import dev.muster.timeline.Row;
import java.util.List;
import java.util.stream.Collectors;

/** Shows the last key moments of an incident. */
public final class TimelineVerb implements Verb {

    private static final int MOST = 15;
    private static final int LONGEST = 150;

    private final Timelines timelines;

    public TimelineVerb(Timelines timelines) {
        this.timelines = timelines;
    }

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public String purpose() {
        return "Shows the last key moments.";
    }

    @Override
    public List<String> usages() {
        return List.of("timeline");
    }

    @Override
    public Reply act(Request request) {
        String lines = timelines.keyMoments(request.id(), MOST).stream()
                .map(TimelineVerb::line)
                .collect(Collectors.joining("\n"));
        return Reply.tell("*Key moments of %s*\n%s\nAll of it: `muster timeline export %s`"
                .formatted(request.id(), lines, request.id()));
    }

    private static String line(Row row) {
        String who = row.entry()
                .actor()
                .map(actor -> Markup.escape(actor.name()) + ": ")
                .orElse("");
        return "• %s %s%s"
                .formatted(
                        Markup.time(row.entry().at()),
                        who,
                        Markup.escape(row.entry().text(), LONGEST));
    }
}
