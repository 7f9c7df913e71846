package dev.muster.runbook.file;

import dev.muster.runbook.file.Imports.Checklist;
import dev.muster.runbook.file.Imports.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A checklist in Markdown: the first heading is its title, each item of a list that is not indented a step. */
final class MarkdownChecklist {

    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*?)\\s*#*");
    private static final Pattern ITEM = Pattern.compile("(?:[-*+]|[0-9]{1,9}[.)])\\s+(?:\\[[ xX]\\]\\s+)?(\\S.*)");

    private String title = "";
    private String fence = "";
    private final List<String> titles = new ArrayList<>();
    private final List<StringBuilder> texts = new ArrayList<>();

    private MarkdownChecklist() {}

    static Checklist read(String text) {
        MarkdownChecklist reader = new MarkdownChecklist();
        text.lines().forEach(reader::line);
        List<Item> items = new ArrayList<>();
        for (int place = 0; place < reader.titles.size(); place++) {
            items.add(new Item(
                    reader.titles.get(place),
                    reader.texts
                            .get(place)
                            .toString()
                            .stripTrailing()
                            .stripIndent()
                            .strip()));
        }
        return new Checklist(reader.title, items);
    }

    /** Within a fence a line is a line, whatever it looks like. */
    private void line(String line) {
        String plain = line.strip();
        boolean isFence = plain.startsWith("```") || plain.startsWith("~~~");
        Matcher item = ITEM.matcher(line);
        Matcher heading = HEADING.matcher(line);
        if (!fence.isEmpty() || isFence) {
            fence = isFence ? (fence.isEmpty() ? plain.substring(0, 3) : closed(plain)) : fence;
            more(line);
        } else if (item.matches()) {
            titles.add(item.group(1));
            texts.add(new StringBuilder());
        } else if (heading.matches()) {
            title = title.isEmpty() ? heading.group(1) : title;
        } else {
            more(line);
        }
    }

    private String closed(String plain) {
        return plain.startsWith(fence) ? "" : fence;
    }

    /** What stands below an item belongs to it; what stands above all of them to none. */
    private void more(String line) {
        if (!texts.isEmpty()) {
            texts.get(texts.size() - 1).append(line).append('\n');
        }
    }
}
