package dev.muster.config;

import dev.muster.incident.Catalogue;
import dev.muster.incident.Guess;
import dev.muster.incident.Service;
import java.util.Set;
import java.util.TreeSet;

/** Reads the catalogue of services. Their names are free; what can be said of each is not. */
final class ServiceSettings {

    private static final String SERVICES = "services";
    private static final Set<String> KEYS =
            Set.of("owners", "channel", "runbooks", "depends-on", "escalation", "critical");

    private final SettingsTree tree;

    ServiceSettings(SettingsTree tree) {
        this.tree = tree;
    }

    /** @throws Mistake for the first thing that is wrong */
    Catalogue catalogue() {
        Set<String> names = tree.names(SERVICES);
        names.forEach(this::requireName);
        names.forEach(name -> requireKnown(name, names));
        return new Catalogue(names.stream().map(this::service).toList());
    }

    private Service service(String name) {
        String path = SERVICES + "." + name;
        return new Service(
                name,
                tree.list(path + ".owners"),
                tree.text(path + ".channel").replaceFirst("^#", ""),
                tree.list(path + ".runbooks"),
                tree.list(path + ".depends-on"),
                tree.list(path + ".escalation"),
                critical(path + ".critical"));
    }

    private boolean critical(String path) {
        String word = tree.text(path);
        if (!Set.of("", "true", "false").contains(word)) {
            throw tree.mistake(path, "\"%s\" is neither true nor false.".formatted(word));
        }
        return word.equals("true");
    }

    private void requireName(String name) {
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,60}")) {
            throw tree.mistake(
                    SERVICES,
                    "a service cannot be called \"%s\". Letters, digits, hyphens and underscores make a name."
                            .formatted(name));
        }
    }

    private void requireKnown(String name, Set<String> names) {
        String path = SERVICES + "." + name;
        for (String key : tree.names(path)) {
            if (!KEYS.contains(key)) {
                throw tree.mistake(
                        path + "." + key,
                        "a service has no \"%s\".%s It has: %s."
                                .formatted(key, Guess.sentence(key, KEYS), String.join(", ", new TreeSet<>(KEYS))));
            }
        }
        for (String needed : tree.list(path + ".depends-on")) {
            if (names.stream().noneMatch(needed::equalsIgnoreCase)) {
                throw tree.mistake(
                        path + ".depends-on",
                        "there is no service \"%s\".%s".formatted(needed, Guess.sentence(needed, names)));
            }
        }
    }
}
