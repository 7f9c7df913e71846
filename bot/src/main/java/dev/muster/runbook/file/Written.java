package dev.muster.runbook.file;

import dev.muster.config.Mistake;
import dev.muster.config.Place;
import dev.muster.runbook.Runbook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A file that is meant to be a runbook.
 *
 * @param file its name
 * @param text all of it, comments too; empty if it could not be read
 * @param book what it says; empty if there is a mistake in it
 * @param mistakes everything that is wrong with it, up to as much as a person reads
 * @param silences what lint is not to complain of
 * @param values every single value in it by its JSON pointer; none if it is no YAML
 * @param places where the value with a JSON pointer stands
 */
public record Written(
        String file,
        String text,
        Optional<Runbook> book,
        List<Mistake> mistakes,
        List<Silence> silences,
        Map<String, String> values,
        Function<String, Place> places) {

    public Written {
        mistakes = List.copyOf(mistakes);
        silences = List.copyOf(silences);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static Written unreadable(String file, String text, Mistake mistake) {
        return new Written(
                file, text, Optional.empty(), List.of(mistake), List.of(), Map.of(), pointer -> Place.of(file));
    }

    /** The same with one more mistake, and so without a runbook. */
    Written with(String pointer, String what) {
        List<Mistake> more = new ArrayList<>(mistakes);
        more.add(new Mistake(places.apply(pointer), what));
        return new Written(file, text, Optional.empty(), more, silences, values, places);
    }

    /**
     * A complaint that somebody has answered.
     *
     * @param step where it is answered; everywhere if empty
     */
    public record Silence(String rule, String because, Optional<String> step) {}
}
