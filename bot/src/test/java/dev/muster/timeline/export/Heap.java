package dev.muster.timeline.export;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts what an object of ours keeps alive, so that a test of memory need not ask the garbage collector. */
final class Heap {

    private Heap() {}

    /** The characters of all strings that can be reached, and one for every other object. */
    static long charactersIn(Object root) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> ahead = new ArrayDeque<>();
        ahead.add(root);
        long total = 0;
        while (!ahead.isEmpty()) {
            Object next = ahead.remove();
            if (seen.add(next)) {
                total += next instanceof String text ? text.length() : 1;
                parts(next, ahead);
            }
        }
        return total;
    }

    private static void parts(Object whole, Deque<Object> parts) {
        if (whole instanceof Collection<?> collection) {
            parts.addAll(collection);
        } else if (whole instanceof Map<?, ?> map) {
            parts.addAll(map.keySet());
            parts.addAll(map.values());
        } else if (whole instanceof Optional<?> optional) {
            optional.ifPresent(parts::add);
        } else if (whole instanceof Object[] array) {
            for (int index = 0; index < array.length; index++) {
                Optional.ofNullable(Array.get(array, index)).ifPresent(parts::add);
            }
        } else if (whole.getClass().getName().startsWith("dev.muster.")
                && !whole.getClass().isEnum()) {
            fields(whole, parts);
        }
    }

    private static void fields(Object whole, Deque<Object> parts) {
        for (Field field : whole.getClass().getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) {
                continue;
            }
            try {
                field.setAccessible(true);
                Optional.ofNullable(field.get(whole)).ifPresent(parts::add);
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
    }
}
