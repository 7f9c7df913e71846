package dev.muster.timeline;

import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.incident.Origin;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A row in the shape of the export: the fields that others read, and that the chain is computed over. */
public final class Exported {

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Set<Kind> ABOUT_A_MESSAGE =
            Set.of(Kind.MESSAGE, Kind.MESSAGE_EDITED, Kind.MESSAGE_DELETED, Kind.BOT);

    private Exported() {}

    /**
     * The object that stands on one line of the JSON lines export. It holds everything that is needed to compute the
     * row's hash again.
     *
     * @param version which wording of its message this row is, counted from 1
     * @param key whether it is a key moment, by itself or because somebody marked its message
     */
    public static Map<String, Object> of(Row row, int version, boolean key) {
        Map<String, Object> object = opening(row.seq(), row.entry(), row.recordedAt());
        if (row.isRedacted()) {
            object.put("redacted", true);
            object.put("content", row.seal().content());
        } else {
            object.put("text", row.entry().text());
        }
        addOrigin(row.entry(), object);
        addData(row.entry(), object);
        if (isAboutMessage(row.entry())) {
            object.put("message", message(row.entry(), version));
        }
        if (key) {
            object.put("key", true);
        }
        row.seal().salt().ifPresent(salt -> object.put("salt", salt));
        object.put("hash", row.hash());
        object.put("previous", row.previous());
        return object;
    }

    /** What the row's content hash is computed over: what was said, and a salt. */
    static String said(Entry entry, String salt) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("data", entry.data());
        object.put("salt", salt);
        object.put("text", entry.text());
        return Json.canonical(object);
    }

    /** What a row's hash is computed over: everything but what was said, that by its own hash. */
    static String hashed(long seq, Entry entry, Instant recordedAt, String content, String previous) {
        Map<String, Object> object = opening(seq, entry, recordedAt);
        addOrigin(entry, object);
        object.put("key", entry.key());
        object.put("content", content);
        object.put("previous", previous);
        return Json.canonical(object);
    }

    public static String time(Instant at) {
        return MILLIS.format(at);
    }

    private static Map<String, Object> opening(long seq, Entry entry, Instant recordedAt) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("seq", seq);
        object.put("at", time(entry.at()));
        object.put("recordedAt", time(recordedAt));
        object.put("kind", entry.kind().lasting());
        entry.actor()
                .ifPresent(actor -> object.put("actor", ordered("id", actor.id().value(), "name", actor.name())));
        return object;
    }

    private static void addOrigin(Entry entry, Map<String, Object> object) {
        Map<String, Object> slack = slack(entry.origin());
        if (!slack.isEmpty()) {
            object.put("slack", slack);
        }
        entry.origin().source().ifPresent(source -> object.put("source", source));
    }

    /** The files of a message stand with the message. */
    private static void addData(Entry entry, Map<String, Object> object) {
        Map<String, Object> data = new LinkedHashMap<>(entry.data());
        if (isAboutMessage(entry)) {
            data.remove("files");
        }
        if (!data.isEmpty()) {
            object.put("data", data);
        }
    }

    private static Map<String, Object> slack(Origin origin) {
        Map<String, Object> slack = new LinkedHashMap<>();
        origin.message().ifPresent(message -> {
            slack.put("channel", message.channel().value());
            slack.put("ts", message.ts());
        });
        origin.threadTs().ifPresent(thread -> slack.put("threadTs", thread));
        return slack;
    }

    static boolean isAboutMessage(Entry entry) {
        return ABOUT_A_MESSAGE.contains(entry.kind())
                && entry.origin().message().isPresent();
    }

    private static Map<String, Object> message(Entry entry, int version) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("version", (long) version);
        message.put("edited", entry.kind() == Kind.MESSAGE_EDITED);
        message.put("deleted", entry.kind() == Kind.MESSAGE_DELETED);
        message.put("files", entry.data().getOrDefault("files", List.of()));
        return message;
    }

    private static Map<String, Object> ordered(String first, Object one, String second, Object two) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(first, one);
        object.put(second, two);
        return object;
    }
}
