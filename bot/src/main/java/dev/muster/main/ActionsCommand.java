package dev.muster.main;

import dev.muster.desk.Notice.Owned;
import dev.muster.incident.ActionItem;
import dev.muster.store.Store;
import dev.muster.timeline.Exported;
import dev.muster.timeline.Json;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what was promised and needs doing, of all incidents. */
@Command(
        name = "actions",
        description = "Lists the action items that need doing, those first that are due first.",
        mixinStandardHelpOptions = true)
final class ActionsCommand implements Callable<Integer> {

    @Option(names = "--overdue", description = "Only those that are due already")
    private boolean overdue;

    @Option(names = "--json", description = "One JSON object a line")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Instant now = InstantSource.system().instant();
        try (Store store = Terminal.store();
                PrintStream out = Terminal.out("-")) {
            Owned.open(store.incidents().owing(), one -> !overdue || one.item().isOverdue(now))
                    .forEach(one -> out.println(json ? json(one, now) : line(one, now)));
        }
        return 0;
    }

    private static String line(Owned owed, Instant now) {
        ActionItem item = owed.item();
        return "%-11s %s %s%s  %s  %s"
                .formatted(
                        owed.incident().id() + "/" + item.number(),
                        item.priority(),
                        Exported.time(item.due()),
                        item.isOverdue(now) ? " overdue" : "",
                        item.owner(),
                        item.text().replaceAll("\\p{Cntrl}", " "));
    }

    private static String json(Owned owed, Instant now) {
        ActionItem item = owed.item();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("incident", owed.incident().id().toString());
        object.put("number", item.number());
        object.put("text", item.text());
        object.put("owner", item.owner().value());
        object.put("due", Exported.time(item.due()));
        object.put("overdue", item.isOverdue(now));
        object.put("priority", item.priority().toString());
        object.put("state", item.state().toString());
        item.aim().sort().ifPresent(sort -> object.put("sort", sort.toString()));
        item.aim().finding().ifPresent(row -> object.put("finding", row));
        return Json.write(object);
    }
}
