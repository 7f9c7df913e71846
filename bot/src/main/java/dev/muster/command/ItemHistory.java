package dev.muster.command;

import dev.muster.desk.Markup;
import dev.muster.desk.Timelines;
import dev.muster.incident.FollowingUp;
import dev.muster.incident.Incident;
import dev.muster.incident.Kind;
import dev.muster.timeline.Row;
import java.util.stream.Collectors;

/** What became of an action item, by the lines of the timeline that speak of it. */
final class ItemHistory {

    private static final int LONGEST = 200;

    private ItemHistory() {}

    static Reply of(Timelines timelines, Incident incident, int number) {
        String title = Markup.escape(incident.action(number).text(), LONGEST);
        String lines = timelines.of(incident.id(), Kind.ACTION).stream()
                .filter(row -> FollowingUp.number(row.entry()) == number)
                .map(ItemHistory::line)
                .collect(Collectors.joining("\n"));
        return Reply.tell("*Action item %d of %s*: %s, %s\n%s"
                .formatted(number, incident.id(), title, incident.action(number).state(), lines));
    }

    private static String line(Row row) {
        String who =
                row.entry().actor().map(actor -> Markup.escape(actor.name())).orElse("Muster");
        return "• %s %s: %s (#%d)"
                .formatted(
                        Markup.time(row.entry().at()),
                        who,
                        Markup.escape(row.entry().text(), LONGEST),
                        row.seq());
    }
}
