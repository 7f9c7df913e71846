package dev.muster.secrets;

import dev.muster.secrets.Shape.Choice;
import dev.muster.secrets.Shape.Edge;
import dev.muster.secrets.Shape.OneOf;
import dev.muster.secrets.Shape.Repeat;
import dev.muster.secrets.Shape.Sequence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the part of RE2's syntax that rules are written in (github.com/google/re2/wiki/Syntax). */
final class ShapeParser {

    private static final Pattern COUNT = Pattern.compile("\\{(\\d+)(,(\\d*))?}");
    private static final Pattern OPENING = Pattern.compile("\\((?:\\?P?<\\w+>|\\?([a-zA-Z]*)(?:-([a-zA-Z]*))?([:)]))?");

    private final String regex;
    private int at;
    private boolean foldsCase;

    private ShapeParser(String regex) {
        this.regex = regex;
    }

    /** Nothing if the pattern is written in a way that is not understood here. */
    static Optional<Shape> parse(String regex) {
        try {
            ShapeParser parser = new ShapeParser(regex);
            Shape shape = parser.choice();
            return parser.at == regex.length() ? Optional.of(shape) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private Shape choice() {
        List<Shape> ways = new ArrayList<>(List.of(sequence()));
        while (at < regex.length() && regex.charAt(at) == '|') {
            at++;
            ways.add(sequence());
        }
        return ways.size() == 1 ? ways.get(0) : new Choice(ways);
    }

    private Shape sequence() {
        List<Shape> parts = new ArrayList<>();
        while (at < regex.length() && "|)".indexOf(regex.charAt(at)) < 0) {
            parts.add(repeated(one()));
        }
        return new Sequence(parts);
    }

    private Shape repeated(Shape part) {
        Shape repeated = counted(part);
        if (repeated != part && at < regex.length() && regex.charAt(at) == '?') {
            at++;
        }
        return repeated;
    }

    private Shape counted(Shape part) {
        int sign = at < regex.length() ? "?*+".indexOf(regex.charAt(at)) : -1;
        if (sign >= 0) {
            at++;
            return new Repeat(part, sign == 2 ? 1 : 0, sign == 0 ? 1 : Shape.ENDLESS);
        }
        Matcher count = COUNT.matcher(regex).region(at, regex.length());
        if (!count.lookingAt()) {
            return part;
        }
        at = count.end();
        int least = Integer.parseInt(count.group(1));
        return new Repeat(part, least, count.group(2) == null ? least : most(count.group(3)));
    }

    private static int most(String written) {
        return written.isEmpty() ? Shape.ENDLESS : Integer.parseInt(written);
    }

    private Shape one() {
        char sign = regex.charAt(at);
        if (sign == '(') {
            return group();
        }
        at++;
        return switch (sign) {
            case '[' -> bracket();
            case '\\' -> escape();
            case '.' -> new OneOf(CharSets.range('\0', '\177'), true);
            case '^', '$' -> new Edge(sign);
            default -> literal(sign);
        };
    }

    private Shape group() {
        Matcher opening = OPENING.matcher(regex).region(at, regex.length());
        at = opening.lookingAt() ? opening.end() : regex.length();
        if (regex.charAt(at) == '?') {
            throw new IllegalArgumentException(regex);
        }
        boolean before = foldsCase;
        foldsCase = foldsCaseAfter(opening);
        if (")".equals(opening.group(3))) {
            return new Sequence(List.of());
        }
        Shape inner = choice();
        at++;
        foldsCase = before;
        return inner;
    }

    private boolean foldsCaseAfter(Matcher opening) {
        String on = Optional.ofNullable(opening.group(1)).orElse("");
        String off = Optional.ofNullable(opening.group(2)).orElse("");
        return !off.contains("i") && (foldsCase || on.contains("i"));
    }

    private Shape literal(char sign) {
        return sign < 128 ? oneOf(CharSets.range(sign, sign), false) : new OneOf(new BitSet(), true);
    }

    private Shape escape() {
        char sign = regex.charAt(at++);
        if ("bBAz".indexOf(sign) >= 0) {
            return new Edge(sign);
        }
        return Character.isUpperCase(sign)
                ? new OneOf(CharSets.inverse(CharSets.named(Character.toLowerCase(sign))), true)
                : oneOf(escaped(sign), false);
    }

    private BitSet escaped(char sign) {
        if (sign == 'x') {
            at += 2;
            char unit = (char) Integer.parseInt(regex, at - 2, at, 16);
            return CharSets.range(unit, unit);
        }
        return CharSets.named(sign);
    }

    private Shape bracket() {
        boolean inverse = regex.charAt(at) == '^';
        at += inverse ? 1 : 0;
        BitSet chars = new BitSet();
        boolean beyond = false;
        for (boolean first = true; first || regex.charAt(at) != ']'; first = false) {
            beyond |= addTo(chars);
        }
        at++;
        OneOf shape = oneOf(chars, beyond);
        return inverse ? new OneOf(CharSets.inverse(shape.low()), true) : shape;
    }

    /** Adds the next part of a bracket; says whether it holds characters beyond the first 128. */
    private boolean addTo(BitSet chars) {
        char sign = regex.charAt(at++);
        if (sign == '[' && regex.charAt(at) == ':') {
            throw new IllegalArgumentException(regex);
        }
        if (sign == '\\' && Character.isUpperCase(regex.charAt(at))) {
            chars.or(CharSets.inverse(CharSets.named(Character.toLowerCase(regex.charAt(at++)))));
            return true;
        }
        BitSet from = sign == '\\' ? escaped(regex.charAt(at++)) : CharSets.range(sign, sign);
        chars.or(isRange(from) ? range(from) : from);
        return sign > 127;
    }

    private boolean isRange(BitSet from) {
        return from.cardinality() == 1 && regex.charAt(at) == '-' && regex.charAt(at + 1) != ']';
    }

    private BitSet range(BitSet from) {
        at++;
        char sign = regex.charAt(at++);
        BitSet to = sign == '\\' ? escaped(regex.charAt(at++)) : CharSets.range(sign, sign);
        return CharSets.range((char) from.nextSetBit(0), (char) to.nextSetBit(0));
    }

    private OneOf oneOf(BitSet chars, boolean beyond) {
        return new OneOf(foldsCase ? CharSets.bothCases(chars) : chars, beyond);
    }
}
