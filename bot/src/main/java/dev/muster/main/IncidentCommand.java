package dev.muster.main;

import dev.muster.desk.Incidents.Which;
import dev.muster.incident.Incident;
import dev.muster.incident.Role;
import dev.muster.incident.UserId;
import dev.muster.store.Store;
import dev.muster.timeline.Exported;
import dev.muster.timeline.Json;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows incidents. */
@Command(
        name = "incident",
        description = "Lists and shows incidents.",
        mixinStandardHelpOptions = true,
        subcommands = {IncidentCommand.ListCommand.class, IncidentCommand.ShowCommand.class})
final class IncidentCommand {

    /** Lists incidents. */
    @Command(name = "list", description = "Lists incidents that are not closed.", mixinStandardHelpOptions = true)
    static final class ListCommand implements Callable<Integer> {

        @Option(names = "--all", description = "Closed ones, too")
        private boolean all;

        @Option(names = "--json", description = "One JSON object a line")
        private boolean json;

        @Override
        public Integer call() throws Exception {
            try (Store store = Terminal.store();
                    PrintStream out = Terminal.out("-")) {
                print(store.incidents().list(all ? Which.ALL : Which.NOT_CLOSED), json, out);
            }
            return 0;
        }
    }

    /** Shows one incident. */
    @Command(name = "show", description = "Shows an incident.", mixinStandardHelpOptions = true)
    static final class ShowCommand implements Callable<Integer> {

        @Parameters(paramLabel = "INC-42", description = "Which incident")
        private String incident = "";

        @Option(names = "--json", description = "As a JSON object")
        private boolean json;

        @Override
        public Integer call() throws Exception {
            try (Store store = Terminal.store();
                    PrintStream out = Terminal.out("-")) {
                print(List.of(store.incidents().get(Terminal.incident(incident))), json, out);
            }
            return 0;
        }
    }

    private static void print(List<Incident> incidents, boolean json, PrintStream out) {
        incidents.stream()
                .map(json ? IncidentCommand::json : IncidentCommand::line)
                .forEach(out::println);
    }

    private static String line(Incident incident) {
        return "%-8s %s %-13s %s  %s"
                .formatted(
                        incident.id(),
                        incident.severity(),
                        incident.standing(),
                        Exported.time(incident.facts().declaredAt()),
                        incident.title().replaceAll("\\p{Cntrl}", " "));
    }

    private static String json(Incident incident) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", incident.id().toString());
        object.put("title", incident.title());
        object.put("severity", incident.severity().toString());
        object.put("stage", incident.stage().toString());
        incident.conduct().ending().ifPresent(ending -> object.put("ending", ending.words()));
        object.put("channel", incident.room().channel().map(Object::toString).orElse(""));
        object.put("channelName", incident.room().name());
        for (Role role : Role.values()) {
            object.put(role.toString(), incident.holder(role).map(UserId::value).orElse(""));
        }
        incident.times().forEach((milestone, at) -> object.put(milestone.code(), Exported.time(at)));
        return Json.write(object);
    }
}
