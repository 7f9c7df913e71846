package dev.muster.workspace.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forms open before each person, and each person's home tab. */
public final class Views {
    public static final int DEPTH = 3;
    private final Map<String, Deque<ObjectNode>> stacks = new HashMap<>();
    private final Map<String, ObjectNode> homes = new HashMap<>();

    /** From the lowest to the one on top. */
    public List<ObjectNode> stack(String user) {
        List<ObjectNode> views = new ArrayList<>(of(user));
        Collections.reverse(views);
        return views;
    }

    public Optional<ObjectNode> top(String user) {
        return Optional.ofNullable(of(user).peek());
    }

    public void push(String user, ObjectNode view) {
        of(user).push(view);
    }

    public void clear(String user) {
        of(user).clear();
    }

    public void remove(String user, String viewId) {
        of(user).removeIf(view -> view.path("id").asText().equals(viewId));
    }

    public Optional<ObjectNode> home(String user) {
        return Optional.ofNullable(homes.get(user));
    }

    public void home(String user, ObjectNode view) {
        homes.put(user, view);
    }

    public Optional<ObjectNode> find(String viewId) {
        return everything().stream()
                .filter(view -> view.path("id").asText().equals(viewId))
                .findFirst();
    }

    public Optional<ObjectNode> findExternal(String externalId) {
        return everything().stream()
                .filter(view -> view.path("external_id").asText().equals(externalId))
                .findFirst();
    }

    /** Whose stack or home it is in. */
    public Optional<String> owner(String viewId) {
        return stacks.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(view -> hasId(view, viewId)))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> homeOwner(viewId));
    }

    private Optional<String> homeOwner(String viewId) {
        return homes.entrySet().stream()
                .filter(entry -> hasId(entry.getValue(), viewId))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean hasId(ObjectNode view, String viewId) {
        return view.path("id").asText().equals(viewId);
    }

    private List<ObjectNode> everything() {
        List<ObjectNode> views = new ArrayList<>(homes.values());
        stacks.values().forEach(views::addAll);
        return views;
    }

    private Deque<ObjectNode> of(String user) {
        return stacks.computeIfAbsent(user, any -> new ArrayDeque<>());
    }
}
