package dev.muster.main;

import dev.muster.config.Mistake;
import dev.muster.desk.Runs;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.file.RunbookFiles;
import dev.muster.runbook.file.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runbooks that are in service: those of a folder, read again when a file changes. Every version is kept the moment it
 * is first seen. A file that has got a mistake leaves its last good version in service.
 */
final class RunbookShelf {

    private static final Logger log = LoggerFactory.getLogger(RunbookShelf.class);

    private final Path folder;
    private final Runs runs;
    private final Map<Path, Runbook> good = new HashMap<>();
    private final Queue<Broken> untold = new ConcurrentLinkedQueue<>();
    private Map<Path, Object> seen = Map.of();
    private volatile List<Runbook> books = List.of();

    RunbookShelf(Path folder, Runs runs) {
        this.folder = folder;
        this.runs = runs;
    }

    List<Runbook> books() {
        return books;
    }

    /** A file with mistakes, and the version that stays in service instead of it. */
    record Broken(Written file, Runbook last) {}

    /** What nobody has been told of yet, once more for whoever can tell it; what cannot be told is kept. */
    void tell(Consumer<Broken> teller) {
        for (Broken next = untold.peek(); next != null; next = untold.peek()) {
            teller.accept(next);
            untold.poll();
        }
    }

    /** Reads the folder if anything in it has changed. */
    synchronized void read() {
        Map<Path, Object> now = marks();
        if (now.equals(seen)) {
            return;
        }
        List<Path> changed = now.entrySet().stream()
                .filter(mark -> !mark.getValue().equals(seen.get(mark.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        seen = now;
        List<Path> files = List.copyOf(now.keySet());
        List<Written> written = RunbookFiles.sound(RunbookFiles.read(files));
        List<Runbook> next = new ArrayList<>();
        for (int place = 0; place < files.size(); place++) {
            Path file = files.get(place);
            Optional<Runbook> last = last(file, written.get(place));
            last.filter(book -> next.stream().noneMatch(one -> one.id().equals(book.id())))
                    .ifPresent(next::add);
            if (changed.contains(file) && written.get(place).book().isEmpty()) {
                name(written.get(place), last);
                Written broken = written.get(place);
                last.ifPresent(book -> untold.add(new Broken(broken, book)));
            }
        }
        good.keySet().retainAll(now.keySet());
        runs.keep(next);
        books = List.copyOf(next);
    }

    /** What the file says, else what it said last: in this life, or in an earlier one. */
    private Optional<Runbook> last(Path file, Written written) {
        written.book().ifPresent(book -> good.put(file, book));
        return Optional.ofNullable(good.get(file)).or(() -> {
            String stem = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
            Optional<Runbook> kept = runs.last(written.values().getOrDefault("/metadata/id", stem));
            kept.ifPresent(book -> good.put(file, book));
            return kept;
        });
    }

    private static void name(Written broken, Optional<Runbook> last) {
        String instead = last.map(book -> "version " + book.version() + " stays in service")
                .orElse("there is no earlier version of it");
        for (Mistake mistake : broken.mistakes()) {
            log.warn("runbook left out ({}): {}", instead, mistake.getMessage());
        }
    }

    private Map<Path, Object> marks() {
        Map<Path, Object> marks = new TreeMap<>();
        for (Path file : RunbookFiles.files(folder)) {
            try {
                marks.put(file, List.of(Files.getLastModifiedTime(file), Files.size(file)));
            } catch (IOException e) {
                log.debug("{} went away while it was looked at", file);
            }
        }
        return marks;
    }
}
