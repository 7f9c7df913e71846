package dev.muster.timeline;

import dev.muster.incident.Actor;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Entry;
import dev.muster.incident.Hash;
import dev.muster.incident.Kind;
import dev.muster.incident.MessageRef;
import dev.muster.incident.Origin;
import dev.muster.incident.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A line of an export, read back as the row that it was: the other way round of {@link Exported}. */
public final class ExportedRow {

    private final Fields line;

    private ExportedRow(Fields line) {
        this.line = line;
    }

    /** The row; empty if the line is none. */
    public static Optional<Row> read(Map<String, ?> object) {
        try {
            return Optional.of(new ExportedRow(new Fields(object)).row());
        } catch (RuntimeException malformed) {
            return Optional.empty();
        }
    }

    private Row row() {
        Optional<String> salt = line.text("salt");
        Entry entry = entry();
        Seal seal = new Seal(salt, content(entry, salt), need("hash"), need("previous"));
        return new Row(line.number("seq").orElseThrow().longValue(), entry, Instant.parse(need("recordedAt")), seal);
    }

    /** It stands on the line only where what it was computed over does not. */
    private String content(Entry entry, Optional<String> salt) {
        return salt.map(known -> Hash.of(Exported.said(entry, known))).orElseGet(() -> need("content"));
    }

    private Entry entry() {
        Entry entry = new Entry(
                Instant.parse(need("at")),
                Kind.of(need("kind")),
                actor(),
                line.plain("text"),
                data(),
                origin(),
                false,
                false);
        boolean isKey = Boolean.TRUE.equals(line.object().get("key")) && !Exported.isAboutMessage(entry);
        return isKey ? entry.asKey() : entry;
    }

    private Optional<Actor> actor() {
        Fields actor = line.object("actor");
        return actor.text("id").map(id -> new Actor(new UserId(id), actor.plain("name")));
    }

    private Map<String, Object> data() {
        Map<String, Object> data = new TreeMap<>(line.object("data").object());
        List<Fields> files = line.object("message").list("files");
        if (!files.isEmpty()) {
            data.put("files", files.stream().map(Fields::object).toList());
        }
        return data;
    }

    private Origin origin() {
        Fields slack = line.object("slack");
        Optional<MessageRef> message =
                slack.text("channel").map(id -> new MessageRef(new ChannelId(id), slack.plain("ts")));
        return new Origin(line.text("source"), message, slack.text("threadTs"));
    }

    private String need(String name) {
        return line.text(name).orElseThrow();
    }
}
