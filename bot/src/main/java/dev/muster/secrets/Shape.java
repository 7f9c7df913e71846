package dev.muster.secrets;

import java.util.BitSet;
import java.util.List;

/** What a pattern matches, as a tree. Made by {@link ShapeParser}; matching itself is left to RE2. */
sealed interface Shape {

    /** One of these characters below 128; {@code beyond} says whether others may stand there, too. */
    record OneOf(BitSet low, boolean beyond) implements Shape {}

    /** A place between characters: {@code b}, {@code B}, {@code ^}, {@code $}, {@code A} or {@code z}. */
    record Edge(char kind) implements Shape {}

    record Sequence(List<Shape> parts) implements Shape {}

    record Choice(List<Shape> ways) implements Shape {}

    /** {@code most} is {@link #ENDLESS} if there is no limit. */
    record Repeat(Shape part, int least, int most) implements Shape {}

    int ENDLESS = Integer.MAX_VALUE;
}
