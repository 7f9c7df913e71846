package dev.muster.workspace.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A place where people talk: a channel, or a direct conversation. */
public final class Channel {
    /** What sort of place it is. */
    public enum Kind {
        PUBLIC("channel"),
        PRIVATE("group"),
        IM("im"),
        MPIM("mpim");

        /** As `channel_type` in events. */
        public final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    /** A topic or a purpose: what it says, who said so, when. */
    public record Note(String value, String creator, long lastSet) {
        static final Note NONE = new Note("", "", 0);

        ObjectNode json() {
            return Json.object().put("value", value).put("creator", creator).put("last_set", lastSet);
        }
    }

    private String id;
    private Kind kind;
    private final String creator;
    private final long created;
    private final Set<String> members = new LinkedHashSet<>();
    private final List<String> previousNames = new ArrayList<>();
    private final List<String> pins = new ArrayList<>();
    private final Map<String, ObjectNode> bookmarks = new LinkedHashMap<>();
    private final Map<String, String> lastRead = new HashMap<>();
    private String name;
    private Note topic = Note.NONE;
    private Note purpose = Note.NONE;
    private boolean archived;
    private boolean shared;

    Channel(String id, Kind kind, String name, String creator, long created) {
        this.id = id;
        this.kind = kind;
        this.name = name;
        this.creator = creator;
        this.created = created;
    }

    public String id() {
        return id;
    }

    void id(String now) {
        id = now;
    }

    public Kind kind() {
        return kind;
    }

    public void kind(Kind now) {
        kind = now;
    }

    public String name() {
        return name;
    }

    public String creator() {
        return creator;
    }

    public long created() {
        return created;
    }

    public boolean archived() {
        return archived;
    }

    public void archived(boolean now) {
        archived = now;
    }

    /** Whether people of other workspaces take part. */
    public boolean shared() {
        return shared;
    }

    public void share() {
        shared = true;
    }

    public Note topic() {
        return topic;
    }

    public void topic(Note now) {
        topic = now;
    }

    public Note purpose() {
        return purpose;
    }

    public void purpose(Note now) {
        purpose = now;
    }

    public void rename(String now) {
        previousNames.add(name);
        name = now;
    }

    public Set<String> members() {
        return members;
    }

    public List<String> pins() {
        return pins;
    }

    public Map<String, ObjectNode> bookmarks() {
        return bookmarks;
    }

    public List<String> previousNames() {
        return previousNames;
    }

    public boolean has(String user) {
        return members.contains(user);
    }

    public boolean hasBot() {
        return has(App.BOT_USER);
    }

    public boolean isDirect() {
        return kind == Kind.IM || kind == Kind.MPIM;
    }

    public boolean visibleTo(String user) {
        return kind == Kind.PUBLIC || has(user);
    }

    /** In a direct conversation of two, the one who is not this user. */
    public String other(String user) {
        return members.stream()
                .filter(member -> !member.equals(user))
                .findFirst()
                .orElse(user);
    }

    public void read(String user, String ts) {
        lastRead.merge(user, ts, (before, now) -> before.compareTo(now) > 0 ? before : now);
    }

    public String lastRead(String user) {
        return lastRead.getOrDefault(user, "");
    }
}
