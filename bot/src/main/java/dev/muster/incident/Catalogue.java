package dev.muster.incident;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The services that incidents can be about, in the order of the settings. */
public record Catalogue(List<Service> services) {

    public static final Catalogue EMPTY = new Catalogue(List.of());

    public Catalogue {
        services = List.copyOf(services);
    }

    public Optional<Service> find(String name) {
        return services.stream().filter(service -> service.isCalled(name)).findFirst();
    }

    /** Those of the names that are known, each once. */
    public List<Service> of(Collection<String> names) {
        return names.stream().flatMap(name -> find(name).stream()).distinct().toList();
    }

    /** The services whose names stand in the words as words of their own. */
    public List<Service> namedIn(String words) {
        return services.stream()
                .filter(service -> stands(service.name(), words))
                .toList();
    }

    /** What cannot do without these services, directly or through others, without themselves. */
    public List<Service> dependents(Collection<Service> hit) {
        Set<Service> reached = new LinkedHashSet<>(hit);
        boolean more = true;
        while (more) {
            more = reached.addAll(services.stream()
                    .filter(service -> reached.stream().anyMatch(other -> needs(service, other)))
                    .toList());
        }
        reached.removeAll(hit);
        return List.copyOf(reached);
    }

    private static boolean needs(Service one, Service other) {
        return one.dependsOn().stream().anyMatch(other::isCalled);
    }

    private static boolean stands(String name, String words) {
        return Pattern.compile("(?iu)(?<![\\p{L}\\p{N}_-])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_-])")
                .matcher(words)
                .find();
    }
}
