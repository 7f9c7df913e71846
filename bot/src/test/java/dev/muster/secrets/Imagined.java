package dev.muster.secrets;

import dev.muster.secrets.Shape.Choice;
import dev.muster.secrets.Shape.OneOf;
import dev.muster.secrets.Shape.Repeat;
import dev.muster.secrets.Shape.Sequence;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes texts that a pattern may match, letters and digits before anything else. Edges are left to luck. */
final class Imagined {

    private static final int MORE = 20;

    private final Random random;

    Imagined(Random random) {
        this.random = random;
    }

    String of(Shape shape) {
        if (shape instanceof OneOf chars) {
            return Character.toString(of(chars));
        } else if (shape instanceof Sequence sequence) {
            return sequence.parts().stream().map(this::of).collect(Collectors.joining());
        } else if (shape instanceof Choice choice) {
            return of(choice.ways().get(random.nextInt(choice.ways().size())));
        }
        return shape instanceof Repeat repeat ? of(repeat) : "";
    }

    private String of(Repeat repeat) {
        int most = Math.min(repeat.most(), repeat.least() + MORE);
        int times = repeat.least() + random.nextInt(most - repeat.least() + 1);
        return IntStream.range(0, times).mapToObj(time -> of(repeat.part())).collect(Collectors.joining());
    }

    private int of(OneOf chars) {
        int[] plain = chars.low().stream().filter(Character::isLetterOrDigit).toArray();
        int[] seen =
                chars.low().stream().filter(unit -> unit >= ' ' && unit < 127).toArray();
        int[] from = plain.length > 0 && random.nextInt(10) > 0 ? plain : seen;
        return from.length > 0 ? from[random.nextInt(from.length)] : '\n';
    }
}
