package dev.muster.workspace.state;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All canvases. */
public final class Canvases {
    private final Map<String, Canvas> canvases = new LinkedHashMap<>();
    private final Set<String> deleted = new HashSet<>();

    public void put(Canvas canvas) {
        canvases.put(canvas.id(), canvas);
    }

    public Optional<Canvas> find(String id) {
        return Optional.ofNullable(canvases.get(id));
    }

    /** The one that hangs at the top of this channel. */
    public Optional<Canvas> of(Channel channel) {
        return canvases.values().stream()
                .filter(canvas -> canvas.channel().filter(channel::equals).isPresent())
                .findFirst();
    }

    public void delete(String id) {
        canvases.remove(id);
        deleted.add(id);
    }

    public boolean isDeleted(String id) {
        return deleted.contains(id);
    }

    public Collection<Canvas> all() {
        return List.copyOf(canvases.values());
    }
}
