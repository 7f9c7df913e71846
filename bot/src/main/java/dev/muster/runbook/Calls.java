package dev.muster.runbook;

import dev.muster.runbook.Action.Call;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which runbook calls which. */
public final class Calls {

    private final Map<String, Set<String>> calls = new HashMap<>();
    private final Set<String> suspects;

    public Calls(Collection<Runbook> books) {
        books.forEach(book -> calls.put(book.id(), called(book)));
        suspects = suspects();
    }

    /** Whoever calls nobody who is left is in no circle and is left out, and so on: there may be a thousand in a row. */
    private Set<String> suspects() {
        Map<String, List<String>> callers = new HashMap<>();
        Map<String, Integer> left = new HashMap<>();
        calls.forEach((id, called) -> called.stream().filter(calls::containsKey).forEach(other -> {
            callers.computeIfAbsent(other, none -> new ArrayList<>()).add(id);
            left.merge(id, 1, Integer::sum);
        }));
        Deque<String> free = new ArrayDeque<>(calls.keySet());
        free.removeAll(left.keySet());
        while (!free.isEmpty()) {
            for (String caller : callers.getOrDefault(free.poll(), List.of())) {
                if (left.merge(caller, -1, Integer::sum) == 0) {
                    free.add(caller);
                }
            }
        }
        return left.keySet().stream().filter(id -> left.getOrDefault(id, 0) > 0).collect(Collectors.toSet());
    }

    /** The ids of the runbooks that one calls. */
    public static Set<String> called(Runbook book) {
        Set<String> called = new LinkedHashSet<>();
        for (Step step : book.steps()) {
            if (step.action() instanceof Call call) {
                called.add(call.runbook());
            }
        }
        return called;
    }

    /** The shortest way of calls from a runbook back to itself, with its id at both ends; empty if there is none. */
    public List<String> circle(String id) {
        if (!suspects.contains(id)) {
            return List.of();
        }
        Map<String, String> caller = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(Set.of(id));
        while (!open.isEmpty() && !caller.containsKey(id)) {
            String next = open.poll();
            for (String called : calls.getOrDefault(next, Set.of())) {
                if (caller.putIfAbsent(called, next) == null) {
                    open.add(called);
                }
            }
        }
        return caller.containsKey(id) ? way(id, caller) : List.of();
    }

    private static List<String> way(String id, Map<String, String> caller) {
        List<String> way = new ArrayList<>(List.of(id));
        String at = id;
        do {
            at = caller.getOrDefault(at, id);
            way.add(0, at);
        } while (!at.equals(id));
        return way;
    }
}
