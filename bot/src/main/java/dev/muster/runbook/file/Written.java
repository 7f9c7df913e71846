package dev.muster.runbook.file;

import dev.muster.config.Mistake;
import dev.muster.config.Place;
import dev.muster.runbook.Runbook;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A file that is meant to be a runbook.
 *
 * @param file its name
 * @param book what it says; empty if there is a mistake in it
 * @param mistakes everything that is wrong with it, up to as much as a person reads
 * @param silences what lint is not to complain of
 * @param places where the value with a JSON pointer stands
 */
public record Written(
        String file,
        Optional<Runbook> book,
        List<Mistake> mistakes,
        List<Silence> silences,
        Function<String, Place> places) {

    public Written {
        mistakes = List.copyOf(mistakes);
        silences = List.copyOf(silences);
    }

    static Written unreadable(String file, Mistake mistake) {
        return new Written(file, Optional.empty(), List.of(mistake), List.of(), pointer -> Place.of(file));
    }

    /**
     * A complaint that somebody has answered.
     *
     * @param step where it is answered; everywhere if empty
     */
    public record Silence(String rule, String because, Optional<String> step) {}
}
