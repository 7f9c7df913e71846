package dev.muster.secrets;

import static java.util.stream.Collectors.toSet;

import dev.muster.secrets.Shape.Choice;
import dev.muster.secrets.Shape.Edge;
import dev.muster.secrets.Shape.OneOf;
import dev.muster.secrets.Shape.Repeat;
import dev.muster.secrets.Shape.Sequence;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * With what every match of a pattern begins, in lower case, so that the pattern need only be tried where that
 * stands.
 *
 * @param whole whether the texts are all of it, so that what follows in the pattern lengthens them
 */
record Beginning(Set<String> texts, boolean whole) {

    private static final int MANY = 200;
    private static final int LONG = 16;
    private static final int FEW_CHARS = 4;
    private static final Beginning UNKNOWN = new Beginning(Set.of(""), false);
    private static final Beginning EMPTY = new Beginning(Set.of(""), true);

    static Beginning of(Shape shape) {
        if (shape instanceof OneOf chars) {
            return of(chars);
        } else if (shape instanceof Sequence sequence) {
            return of(sequence);
        } else if (shape instanceof Choice choice) {
            return choice.ways().stream()
                    .map(Beginning::of)
                    .reduce(Beginning::or)
                    .orElse(EMPTY);
        } else if (shape instanceof Repeat repeat) {
            return of(repeat);
        }
        return shape instanceof Edge edge && edge.kind() == 'b' ? EMPTY : UNKNOWN;
    }

    /** What to look for in a text, or nothing if it would stand everywhere. */
    Set<String> signs() {
        boolean areClear = texts.stream()
                .allMatch(text -> text.length() > 1 && text.chars().allMatch(unit -> unit < 128));
        return areClear
                ? texts.stream()
                        .map(text -> text.substring(0, Math.min(text.length(), LONG)))
                        .collect(toSet())
                : Set.of();
    }

    private static Beginning of(OneOf chars) {
        Set<String> texts = chars.low().stream()
                .map(Character::toLowerCase)
                .mapToObj(Character::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        return chars.beyond() || texts.size() > FEW_CHARS ? UNKNOWN : new Beginning(texts, true);
    }

    private static Beginning of(Sequence sequence) {
        Beginning all = EMPTY;
        for (Shape part : sequence.parts()) {
            all = all.whole ? all.then(of(part)) : all;
        }
        return all;
    }

    private static Beginning of(Repeat repeat) {
        if (repeat.most() == 0) {
            return EMPTY;
        }
        Beginning once = of(repeat.part());
        if (repeat.least() == 0) {
            return repeat.most() == 1 ? once.or(EMPTY) : UNKNOWN;
        }
        Beginning least = IntStream.range(1, Math.min(repeat.least(), 20))
                .mapToObj(time -> once)
                .reduce(once, (all, next) -> all.whole ? all.then(next) : all);
        return new Beginning(least.texts, least.whole && repeat.least() == repeat.most() && repeat.most() <= 20);
    }

    private Beginning or(Beginning other) {
        Set<String> either = new TreeSet<>(texts);
        either.addAll(other.texts);
        return new Beginning(either, whole && other.whole);
    }

    private Beginning then(Beginning next) {
        if (texts.size() * next.texts.size() > MANY) {
            return new Beginning(texts, false);
        }
        Set<String> longer = new TreeSet<>();
        texts.forEach(text -> next.texts.forEach(more -> longer.add(text + more)));
        return new Beginning(longer, next.whole);
    }
}
