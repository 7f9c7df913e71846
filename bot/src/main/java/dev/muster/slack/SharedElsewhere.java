package dev.muster.slack;

import dev.muster.desk.Chat.NotEver;
import dev.muster.timeline.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks Slack what files are that people of another workspace share: events only give their ids (docs.slack.dev, "Slack
 * Connect", {@code check_file_info}). What Slack does not tell stays as it came.
 */
final class SharedElsewhere {

    private final Web web;

    SharedElsewhere(Web web) {
        this.web = web;
    }

    /** The message with its files as far as Slack tells of them. @throws dev.muster.desk.Chat.NotNow if it may later */
    Fields told(Fields message) {
        List<Fields> files = message.list("files");
        if (files.stream().noneMatch(SharedElsewhere::isHidden)) {
            return message;
        }
        Map<String, Object> told = new LinkedHashMap<>(message.object());
        told.put("files", files.stream().map(this::file).toList());
        return new Fields(told);
    }

    private static boolean isHidden(Fields file) {
        return file.plain("file_access").equals("check_file_info");
    }

    private Map<String, ?> file(Fields file) {
        try {
            return isHidden(file) ? info(file.plain("id")) : file.object();
        } catch (NotEver refused) {
            return file.object();
        }
    }

    private Map<String, ?> info(String id) {
        var known = web.call("files.info", slack -> slack.filesInfo(r -> r.file(id)))
                .getFile();
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("id", id);
        put(info, "name", known.getName());
        put(info, "title", known.getTitle());
        put(info, "mimetype", known.getMimetype());
        put(info, "permalink", known.getPermalink());
        put(info, "mode", known.getMode());
        if (known.getSize() != null) {
            info.put("size", known.getSize().longValue());
        }
        return info;
    }

    private static void put(Map<String, Object> info, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            info.put(name, value);
        }
    }
}
