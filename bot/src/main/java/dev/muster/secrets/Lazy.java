package dev.muster.secrets;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made when it is first wanted. Two threads may both make it; the values must be alike. */
final class Lazy<T> {

    private final Supplier<T> maker;
    private volatile @Nullable T made;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    T get() {
        T value = made;
        if (value == null) {
            value = maker.get();
            made = value;
        }
        return value;
    }
}
