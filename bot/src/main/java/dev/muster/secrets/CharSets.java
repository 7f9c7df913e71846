package dev.muster.secrets;

import java.util.BitSet;

/** Sets of characters below 128. */
final class CharSets {

    private CharSets() {}

    static BitSet range(char from, char to) {
        if (to > 127 || from > to) {
            throw new IllegalArgumentException("range of characters: " + from + " to " + to);
        }
        BitSet chars = new BitSet();
        chars.set(from, to + 1);
        return chars;
    }

    /** What a letter after a backslash stands for; any other character stands for itself. */
    static BitSet named(char letter) {
        return switch (letter) {
            case 'd' -> range('0', '9');
            case 'w' -> of("_", range('0', '9'), range('a', 'z'), range('A', 'Z'));
            case 's' -> of("\t\n\f\r ");
            case 'n' -> range('\n', '\n');
            case 'r' -> range('\r', '\r');
            case 't' -> range('\t', '\t');
            default -> punctuation(letter);
        };
    }

    static BitSet inverse(BitSet chars) {
        BitSet inverse = range('\0', '\177');
        inverse.andNot(chars);
        return inverse;
    }

    static BitSet bothCases(BitSet chars) {
        BitSet both = (BitSet) chars.clone();
        chars.stream().forEach(unit -> {
            both.set(Character.toLowerCase(unit));
            both.set(Character.toUpperCase(unit));
        });
        return both;
    }

    private static BitSet punctuation(char sign) {
        if (Character.isLetterOrDigit(sign)) {
            throw new IllegalArgumentException("\\" + sign);
        }
        return range(sign, sign);
    }

    private static BitSet of(String singles, BitSet... more) {
        BitSet chars = new BitSet();
        singles.chars().forEach(chars::set);
        for (BitSet part : more) {
            chars.or(part);
        }
        return chars;
    }
}
