package dev.muster.timeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a message: what of them is kept in its line. */
final class SharedFiles {

    private static final String LATER = "check_file_info";

    private SharedFiles() {}

    /**
     * A file of another workspace comes as its id alone; it is marked {@code unresolved}, for whoever asks Slack for the
     * rest.
     */
    static List<Map<String, Object>> of(Fields message) {
        return message.list("files").stream()
                .map(SharedFiles::kept)
                .filter(file -> !file.isEmpty())
                .toList();
    }

    /** Whether one of them has been deleted since, so that no more than its id is left. */
    static boolean anyGone(Fields message) {
        return message.list("files").stream()
                .anyMatch(file -> file.plain("mode").equals("tombstone"));
    }

    private static Map<String, Object> kept(Fields file) {
        Map<String, Object> kept = new LinkedHashMap<>();
        for (String name : List.of("id", "name", "title", "mimetype", "permalink", "mode")) {
            file.text(name).ifPresent(value -> kept.put(name, value));
        }
        kept.remove("title", kept.get("name"));
        file.number("size").ifPresent(size -> kept.put("size", size.longValue()));
        if (file.plain("file_access").equals(LATER)) {
            kept.put("unresolved", true);
        }
        return kept;
    }
}
