package dev.muster.workspace.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Files on their way and files shared. */
public final class Files {
    private final Map<String, ObjectNode> shared = new LinkedHashMap<>();
    private final Map<String, Upload> uploads = new LinkedHashMap<>();
    private final Map<String, byte[]> contents = new LinkedHashMap<>();
    private final Set<String> deleted = new HashSet<>();

    /** A file that was announced and perhaps sent, but not yet shared. */
    public record Upload(String id, String name, long length, String alt) {}

    public Upload announce(String name, long length, String alt) {
        Upload upload = new Upload(Ids.next("F"), name, length, alt);
        uploads.put(upload.id(), upload);
        return upload;
    }

    public Optional<Upload> upload(String id) {
        return Optional.ofNullable(uploads.get(id));
    }

    public void content(String id, byte[] content) {
        contents.put(id, content.clone());
    }

    public Optional<byte[]> content(String id) {
        return Optional.ofNullable(contents.get(id)).map(byte[]::clone);
    }

    /** The announced file, as everybody sees it from now on. */
    public ObjectNode share(Upload upload, String title, String user, String url, long created) {
        uploads.remove(upload.id());
        ObjectNode file =
                Json.object().put("id", upload.id()).put("created", created).put("timestamp", created);
        file.put("name", upload.name()).put("title", title).put("user", user).put("mode", "hosted");
        file.put("mimetype", mimetype(upload.name())).put("filetype", filetype(upload.name()));
        file.put("size", upload.length()).put("is_external", false).put("is_public", true);
        file.put("url_private", url).put("url_private_download", url).put("permalink", url);
        if (!upload.alt().isEmpty()) {
            file.put("alt_txt", upload.alt());
        }
        file.put("file_access", "visible").putArray("channels");
        shared.put(upload.id(), file);
        return file;
    }

    void rekey(String before, String now) {
        for (ObjectNode file : shared.values()) {
            List<String> channels = new ArrayList<>(Json.texts(file.path("channels")));
            channels.replaceAll(channel -> channel.equals(before) ? now : channel);
            file.set("channels", Json.strings(channels));
        }
    }

    public void delete(String id) {
        shared.remove(id);
        contents.remove(id);
        deleted.add(id);
    }

    public boolean isDeleted(String id) {
        return deleted.contains(id);
    }

    /** What a file is sent as. Only pictures are shown, and nothing is ever run. */
    public static String mimetype(String name) {
        return filetype(name).equals("png") ? "image/png" : "application/octet-stream";
    }

    private static String filetype(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "text" : name.substring(dot + 1);
    }

    public Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(shared.get(id));
    }

    public Collection<ObjectNode> all() {
        return List.copyOf(shared.values());
    }
}
