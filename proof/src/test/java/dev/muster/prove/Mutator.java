package dev.muster.prove;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.testing.Hostile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes what is wrong out of what is right, in ways that have hurt others. The same chance makes the same. */
final class Mutator {

    /** So large that a person would never send it, and so small that the door lets it in. */
    private static final int LARGEST = 2 * 1024 * 1024;

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "{}",
            "[]",
            "[null]",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud83d\"",
            "\"C0ALIEN\"",
            "\"D0ALIEN\"",
            "\"U0ALIEN\"",
            "\"-1\"",
            "\"1.2.3\"",
            "\"99999999999999999999.999999\"",
            "\"-9223372036854775808\"",
            "0",
            "-1",
            "1.5",
            "1e400",
            "NaN",
            "9223372036854775808",
            "1e999999999",
            "{\"id\":{\"id\":[]}}",
            "[[],{},[{}]]",
            "\"message_deleted\"",
            "\"message_changed\"",
            "\"view_submission\"",
            "\"file_share\"",
            "\"channel_archive\"",
            "\"pin_added\"");

    private static final List<byte[]> BYTES = List.of(
            new byte[] {0},
            new byte[] {(byte) 0xff},
            new byte[] {(byte) 0xc0, (byte) 0x80},
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            new byte[] {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
            new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf},
            "%".getBytes(StandardCharsets.US_ASCII),
            "%zz".getBytes(StandardCharsets.US_ASCII),
            "&payload=".getBytes(StandardCharsets.US_ASCII),
            "\r\n".getBytes(StandardCharsets.US_ASCII),
            "\"".getBytes(StandardCharsets.US_ASCII),
            "\\u".getBytes(StandardCharsets.US_ASCII),
            ",\"type\":\"".getBytes(StandardCharsets.US_ASCII),
            "{[{[".getBytes(StandardCharsets.US_ASCII));

    private final Random random;
    private final List<String> hostile;

    Mutator(Random random) {
        this.random = random;
        this.hostile = Hostile.words(random.nextLong(), 400).toList();
    }

    /** Something else in one to three places of an object; one time in five there is nothing wrong with it. */
    String json(JsonNode object) {
        JsonNode copy = object.deepCopy();
        if (random.nextInt(5) == 0) {
            return Jsons.write(copy);
        }
        List<String> odd = new ArrayList<>();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            mark(copy, odd);
        }
        String text = Jsons.write(copy);
        for (int number = 0; number < odd.size(); number++) {
            text = text.replace("\"\u0007" + number + "\u0007\"", odd.get(number))
                    .replace("\"\\u0007" + number + "\\u0007\"", odd.get(number));
        }
        return text;
    }

    /** Chooses one field of all there are, and takes it away, names it otherwise, or marks where something odd is to stand. */
    private void mark(JsonNode root, List<String> odd) {
        List<ObjectNode> objects = new ArrayList<>(
                root.findParents("type").stream().map(ObjectNode.class::cast).toList());
        objects.add((ObjectNode) root);
        ObjectNode object = pick(objects);
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.isEmpty() ? "type" : pick(names);
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(pick(List.of("type", "user", "channel", "ts", "zzz")), object.remove(name));
            default -> {
                object.put(name, "\u0007" + odd.size() + "\u0007");
                odd.add(value());
            }
        }
    }

    private String value() {
        return switch (random.nextInt(150)) {
            case 0 -> deep();
            case 1 -> Jsons.write("x".repeat(random.nextInt(LARGEST)));
            case 2 -> "[" + "{},".repeat(random.nextInt(20_000)) + "1]";
            case 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 -> Jsons.write(pick(hostile));
            default -> pick(VALUES);
        };
    }

    /** So deep that whoever goes down by calling itself falls off its stack. */
    String deep() {
        int depth = 10_000 + random.nextInt(90_000);
        return random.nextBoolean()
                ? "[".repeat(depth) + "]".repeat(depth)
                : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    }

    /** Mostly leaves the bytes alone; or cuts, flips, doubles or puts something in. */
    byte[] bytes(byte[] right) {
        return switch (random.nextInt(12)) {
            case 0 -> Arrays.copyOf(right, random.nextInt(right.length + 1));
            case 1 -> flipped(right, 1 + random.nextInt(8));
            case 2 -> inserted(right, pick(BYTES));
            case 3 -> random.nextInt(10) == 0 ? noise() : flipped(right, 1);
            default -> right;
        };
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(4) == 0 ? 0 : random.nextInt(LARGEST)];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] flipped(byte[] right, int times) {
        byte[] copy = right.clone();
        for (int left = copy.length == 0 ? 0 : times; left > 0; left--) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    private byte[] inserted(byte[] right, byte[] more) {
        int at = random.nextInt(right.length + 1);
        byte[] copy = Arrays.copyOf(right, right.length + more.length);
        System.arraycopy(more, 0, copy, at, more.length);
        System.arraycopy(right, at, copy, at + more.length, right.length - at);
        return copy;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    boolean once(int in) {
        return random.nextInt(in) == 0;
    }
}
