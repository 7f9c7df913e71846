package dev.muster.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that people write, read as text: UTF-8, not too long, nothing in it that cannot be seen. */
public final class TextFile {

    private static final int MOST = 1 << 20;

    private TextFile() {}

    /**
     * What the file says.
     *
     * @throws Mistake naming the first place that is no such text
     */
    public static String read(Path file) {
        return decode(file.toString(), bytes(file));
    }

    static String decode(String name, byte[] bytes) {
        if (bytes.length > MOST) {
            throw new Mistake(
                    new Place(name, 1, 1), "this file is larger than 1 MB, and nothing of it was read. Split it.");
        }
        if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
            throw new Mistake(new Place(name, 1, 1), "this is UTF-16. Save the file as UTF-8.");
        }
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
        String text = chars.flip().toString();
        if (result.isError()) {
            throw new Mistake(place(name, text, text.length()), "this is not UTF-8. Save the file as UTF-8.");
        }
        requireVisible(name, text);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** No more than is needed to know that it is too much. */
    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST + 1);
        } catch (IOException e) {
            throw new Mistake(file.toString(), "cannot be read: %s.".formatted(Unreadable.why(e)));
        }
    }

    private static void requireVisible(String name, String text) {
        for (int index = 0; index < text.length(); index++) {
            char found = text.charAt(index);
            if (found < ' ' && "\t\r\n".indexOf(found) < 0 || found == 0x7f) {
                throw new Mistake(
                        place(name, text, index),
                        "the control character U+%04X cannot stand in a text. Delete it.".formatted((int) found));
            }
        }
    }

    private static Place place(String name, String text, int index) {
        String before = text.substring(0, index);
        int line = (int) before.chars().filter(each -> each == '\n').count();
        return new Place(name, line + 1, index - before.lastIndexOf('\n'));
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }
}
