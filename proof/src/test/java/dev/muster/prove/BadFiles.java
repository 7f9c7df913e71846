package dev.muster.prove;

import dev.muster.testing.Hostile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Files that are nearly right, made of those that are shipped, and bombs. The same chance makes the same. */
final class BadFiles {

    private static final Pattern NUMBER = Pattern.compile("\\b\\d+");
    private static final Pattern VALUE = Pattern.compile("(?m)(?<=: )[^\\s|>&*!].*$");
    private static final Pattern KEY = Pattern.compile("(?m)^ *[a-z-]+(?=:)");

    private static final List<String> NUMBERS = List.of(
            "99999999999999999999",
            "-1",
            "0",
            "1e999999999",
            ".inf",
            ".nan",
            "0x7fffffffffffffffff",
            "9".repeat(5000),
            "1_000",
            "190:20:30");

    private static final List<String> VALUES = List.of(
            "null",
            "~",
            "[]",
            "{}",
            "[[[]]]",
            "{a: {b: []}}",
            "\"\"",
            "true",
            "|",
            ">-",
            "&",
            "*",
            "!",
            "\"\\ud83d\"",
            "\"\\U00110000\"",
            "\"\\xZZ\"",
            "file:/",
            "file:/none/of/these",
            "'",
            "\"",
            "@x",
            "%x",
            "- x",
            "? x",
            "9".repeat(2000) + "d",
            "P9999999999999999999D",
            "99999999999999d",
            "99:99",
            "(a+)+$",
            "[a-z");

    private final Random random;
    private final List<byte[]> right;
    private final List<String> hostile;

    BadFiles(Random random, List<Path> shipped) throws IOException {
        this.random = random;
        this.right = new ArrayList<>();
        for (Path file : shipped) {
            right.add(Files.readAllBytes(file));
        }
        this.hostile = Hostile.words(random.nextLong(), 300).toList();
    }

    /** A file, and whether nobody can take it for one that is right. */
    record Bad(byte[] content, boolean isHopeless) {}

    Bad next() {
        byte[] file = pick(right);
        String text = new String(file, StandardCharsets.UTF_8);
        return switch (random.nextInt(8)) {
            case 0, 1 -> new Bad(bomb(text), true);
            case 2 -> new Bad(Arrays.copyOf(file, random.nextInt(file.length)), false);
            case 3 -> new Bad(flipped(file), false);
            default -> new Bad(changed(text).getBytes(StandardCharsets.UTF_8), false);
        };
    }

    private byte[] bomb(String text) {
        int many = 10_000 + random.nextInt(90_000);
        return switch (random.nextInt(12)) {
            case 0 -> with(text, aliases());
            case 1 -> with(text, anchors());
            case 2 -> with(text, "zzz: &a [*a, *a]");
            case 3 -> with(text, "zzz: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]");
            case 4 -> with(text, pick(List.of("<<: *zzz", "zzz: !!binary aGk=", "? !!set {a, b}\n: zzz")));
            case 5 -> with(text, first(text) + ": zzz");
            case 6 -> with(text, "zzz: " + "[".repeat(many) + "]".repeat(many));
            case 7 -> with(text, "zzz: " + "{a: ".repeat(many) + "}".repeat(many));
            case 8 -> with(text, "zzz:\n  " + "- ".repeat(many) + "x");
            case 9 -> with(text, "# " + "x".repeat(1 << 20));
            case 10 -> with(text, "---\nzzz: 1");
            default ->
                new String(with(text, "zzz: \u0007"), StandardCharsets.UTF_8)
                        .replace('\u0007', pick(List.of('\0', '\u001b', '\u007f')))
                        .getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] with(String text, String more) {
        return (text + "\n" + more + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A thousand million of them, if anybody counts. */
    private static String aliases() {
        String lines = "zzz0: &zzz0 [x, x, x, x, x, x, x, x, x, x]\n";
        return lines
                + IntStream.range(1, 10)
                        .mapToObj(level -> "zzz%d: &zzz%d [%s]"
                                .formatted(
                                        level, level, String.join(", ", Collections.nCopies(10, "*zzz" + (level - 1)))))
                        .collect(Collectors.joining("\n"));
    }

    private static String anchors() {
        return IntStream.range(0, 50_000)
                .mapToObj(number -> "z%d: &z%d x".formatted(number, number))
                .collect(Collectors.joining("\n"));
    }

    private static String first(String text) {
        return Pattern.compile("(?m)^[a-z][\\w-]*(?=:)")
                .matcher(text)
                .results()
                .findFirst()
                .map(MatchResult::group)
                .orElseThrow();
    }

    private byte[] flipped(byte[] file) {
        byte[] copy = file.clone();
        for (int left = 1 + random.nextInt(5); left > 0; left--) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    private String changed(String text) {
        String changed = text;
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            changed = switch (random.nextInt(6)) {
                case 0 -> one(changed, NUMBER, pick(NUMBERS));
                case 1 -> one(changed, VALUE, pick(VALUES));
                case 2 -> one(changed, VALUE, Jsons.write(pick(hostile)));
                case 3 -> one(changed, KEY, found(changed, KEY));
                case 4 -> lines(changed);
                default -> one(changed, VALUE, Jsons.write("long ".repeat(random.nextInt(20_000))));
            };
        }
        return changed;
    }

    /** One place out of all that look so says something else. */
    private String one(String text, Pattern what, String instead) {
        List<MatchResult> places = what.matcher(text).results().toList();
        if (places.isEmpty()) {
            return text;
        }
        MatchResult place = pick(places);
        return text.substring(0, place.start()) + instead + text.substring(place.end());
    }

    private String found(String text, Pattern what) {
        List<String> all = what.matcher(text).results().map(MatchResult::group).toList();
        return all.isEmpty() ? "" : pick(all);
    }

    /** Two change places, one is there twice, one is gone, or one stands elsewhere in its line. */
    private String lines(String text) {
        List<String> lines = text.lines().collect(Collectors.toCollection(ArrayList::new));
        if (lines.isEmpty()) {
            return text;
        }
        int one = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        switch (random.nextInt(4)) {
            case 0 -> Collections.swap(lines, one, other);
            case 1 -> lines.add(other, lines.get(one));
            case 2 -> lines.remove(one);
            default -> lines.set(one, pick(List.of(" ", "  ", "\t", "- ")) + lines.get(one));
        }
        return Stream.concat(lines.stream(), Stream.of("")).collect(Collectors.joining("\n"));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
