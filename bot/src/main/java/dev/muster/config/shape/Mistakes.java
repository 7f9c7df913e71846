package dev.muster.config.shape;

import dev.muster.config.Mistake;
import dev.muster.config.YamlFile;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with one file, up to as much as a person reads. */
public final class Mistakes {

    private static final int MOST = 50;
    private static final int LONGEST = 60;

    private final YamlFile file;
    private final List<Mistake> list = new ArrayList<>();

    public Mistakes(YamlFile file) {
        this.file = file;
    }

    public void add(String pointer, String what) {
        if (list.size() < MOST) {
            list.add(file.mistake(pointer, what));
        }
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    public List<Mistake> list() {
        return List.copyOf(list);
    }

    /** What somebody wrote, in quotes and not too long. */
    public static String quoted(String text) {
        String line = text.replaceAll("\\s+", " ");
        int end = line.offsetByCodePoints(0, Math.min(LONGEST, line.codePointCount(0, line.length())));
        return "\"" + (end < line.length() ? line.substring(0, end) + "…" : line) + "\"";
    }
}
