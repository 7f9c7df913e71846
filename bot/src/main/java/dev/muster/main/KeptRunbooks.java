package dev.muster.main;

import dev.muster.config.Mistake;
import dev.muster.config.Settings;
import dev.muster.desk.Knowledge;
import dev.muster.incident.Guess;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Usage;
import dev.muster.runbook.file.RunbookFiles;
import dev.muster.runbook.file.RunbookFiles.Shelf;
import dev.muster.store.JdbiRuns.Kept;
import dev.muster.store.Store;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The versions of a runbook: the one in the folder, and those that were in service. */
final class KeptRunbooks {

    private final String id;
    private final Settings settings;
    private final Shelf shelf;

    KeptRunbooks(String id, Settings settings) {
        this.id = id;
        this.settings = settings;
        this.shelf = RunbookFiles.read(settings.runbooks());
    }

    /** The one in the folder. */
    Optional<Runbook> current() {
        return shelf.runbooks().stream().filter(book -> book.id().equals(id)).findFirst();
    }

    /** Those that were in service, the oldest first; none if there is no database yet. */
    List<Kept> kept() {
        return looking(store -> store.runs().versions(id)).orElse(List.of());
    }

    /** How it was used; empty if there is no database yet. */
    Optional<Usage> usage() {
        return looking(store -> new Knowledge(store.runs(), store.trials()).usage(id));
    }

    private <T> Optional<T> looking(Function<Store, T> look) {
        boolean isThere =
                Stores.location(settings).file().map(file -> Files.exists(file)).orElse(true);
        if (!isThere) {
            return Optional.empty();
        }
        try (Store store = Stores.read(settings, InstantSource.system())) {
            return Optional.of(look.apply(store));
        }
    }

    /** The one in the folder, or a mistake. */
    Runbook get() {
        return current().orElseThrow(() -> new Mistake(id, "is no runbook in service." + guess() + known()));
    }

    /** A version by its number, counted from the oldest, or by how its name begins. */
    Runbook get(String word) {
        Optional<Runbook> current = current().filter(book -> book.version().startsWith(word));
        List<Kept> kept = kept();
        List<String> names = kept.stream()
                .map(Kept::version)
                .filter(version -> version.startsWith(word))
                .toList();
        if (word.matches("[1-9][0-9]{0,2}") && Integer.parseInt(word) <= kept.size()) {
            return read(kept.get(Integer.parseInt(word) - 1).version());
        }
        if (current.isEmpty() && names.size() != 1) {
            throw new Mistake(
                    id, "has %s version %s.".formatted(names.isEmpty() ? "no" : "more than one", word) + known());
        }
        return current.orElseGet(() -> read(names.get(0)));
    }

    private Runbook read(String version) {
        try (Store store = Stores.read(settings, InstantSource.system())) {
            return store.runs().version(id, version);
        }
    }

    private String guess() {
        return Guess.sentence(id, shelf.runbooks().stream().map(Runbook::id).toList());
    }

    private String known() {
        List<String> versions = kept().stream().map(Kept::version).toList();
        return versions.isEmpty() ? "" : " Kept are: " + String.join(", ", versions) + ".";
    }
}
