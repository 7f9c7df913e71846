package dev.muster.workspace.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A document: a title, and sections of Markdown, each with an id of its own. */
public final class Canvas {
    private static final Pattern BETWEEN = Pattern.compile("\\n\\s*\\n");
    private final String id = Ids.next("F");
    private final long created;
    private final Optional<Channel> channel;
    private final List<Section> sections = new ArrayList<>();
    private String title;

    /** A heading or a paragraph. */
    public record Section(String id, String markdown) {
        /** `h1` to `h3`, or nothing when it is no heading. */
        public String heading() {
            int level = 0;
            while (level < markdown.length() && markdown.charAt(level) == '#') {
                level++;
            }
            return level >= 1 && level <= 3 ? "h" + level : "";
        }
    }

    /** The channel is the one at whose top it hangs. */
    public Canvas(String title, Optional<Channel> channel, long created) {
        this.title = title;
        this.channel = channel;
        this.created = created;
    }

    /** What stands between empty lines is a section. */
    public static List<Section> parse(String markdown) {
        return BETWEEN.splitAsStream(markdown.strip())
                .filter(text -> !text.isBlank())
                .map(text -> new Section("temp:C:" + Ids.next(""), text))
                .toList();
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public void title(String now) {
        title = now;
    }

    public Optional<Channel> channel() {
        return channel;
    }

    public long created() {
        return created;
    }

    /** In order; may be changed. */
    public List<Section> sections() {
        return sections;
    }

    public String markdown() {
        return sections.stream().map(Section::markdown).collect(Collectors.joining("\n\n"));
    }
}
