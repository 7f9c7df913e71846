package dev.muster.config.shape;

/**
 * One key of the format.
 *
 * @param about what it means, for editors and for the table in the manual
 */
public record Key(String name, Shape shape, boolean needed, String about) {

    public static Key needed(String name, Shape shape, String about) {
        return new Key(name, shape, true, about);
    }

    public static Key of(String name, Shape shape, String about) {
        return new Key(name, shape, false, about);
    }
}
