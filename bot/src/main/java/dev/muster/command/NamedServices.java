package dev.muster.command;

import dev.muster.desk.Markup;
import dev.muster.incident.Catalogue;
import dev.muster.incident.Guess;
import dev.muster.incident.Incident;
import dev.muster.incident.Service;
import dev.muster.incident.Words;
import java.util.List;
import java.util.stream.Collectors;

/** Which services are meant by what somebody declares. */
final class NamedServices {

    private final Catalogue catalogue;

    NamedServices(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Those that are named, or else those whose names stand in the title. */
    List<String> of(Request request) {
        List<String> named = request.find("services").map(ImpactWords::services).orElse(List.of());
        return named.isEmpty()
                ? catalogue.namedIn(request.get("title")).stream()
                        .map(Service::name)
                        .toList()
                : named.stream()
                        .map(name -> catalogue.find(name).map(Service::name).orElse(name))
                        .toList();
    }

    /** A misspelt service holds nobody up who has an incident to declare. */
    String unknown(Incident incident) {
        List<String> names = catalogue.services().stream().map(Service::name).toList();
        return names.isEmpty()
                ? ""
                : incident.conduct().impact().services().stream()
                        .filter(name -> catalogue.find(name).isEmpty())
                        .map(name -> unknown(name, names, incident))
                        .collect(Collectors.joining());
    }

    private static String unknown(String name, List<String> names, Incident incident) {
        return "\nThere is no service `%s` in the catalogue.%s To correct it: `/incident %d impact --services …`."
                .formatted(
                        Markup.escape(Words.again(name)),
                        Guess.sentence(name, names),
                        incident.id().number());
    }
}
