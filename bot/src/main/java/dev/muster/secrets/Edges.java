package dev.muster.secrets;

import dev.muster.secrets.Shape.Choice;
import dev.muster.secrets.Shape.Edge;
import dev.muster.secrets.Shape.Repeat;
import dev.muster.secrets.Shape.Sequence;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the matches of a pattern begin with {@code \b}. */
enum Edges {
    ALWAYS,
    NEVER,
    SOMETIMES;

    static Edges of(Shape shape) {
        return find(shape).orElse(NEVER);
    }

    private static Optional<Edges> find(Shape shape) {
        if (shape instanceof Edge) {
            return Optional.of(ALWAYS);
        } else if (shape instanceof Sequence sequence) {
            return sequence.parts().stream()
                    .flatMap(part -> find(part).stream())
                    .findFirst();
        } else if (shape instanceof Repeat repeat) {
            return find(repeat.part()).map(edges -> repeat.least() == 0 ? SOMETIMES : edges);
        }
        return Optional.of(shape instanceof Choice choice ? of(choice) : NEVER);
    }

    private static Edges of(Choice choice) {
        Set<Edges> all = choice.ways().stream().map(Edges::of).collect(Collectors.toSet());
        return all.size() == 1 ? all.iterator().next() : SOMETIMES;
    }
}
