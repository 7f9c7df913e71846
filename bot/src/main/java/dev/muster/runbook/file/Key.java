package dev.muster.runbook.file;

/**
 * One key of the format.
 *
 * @param about what it means, for editors and for the table in the manual
 */
record Key(String name, Shape shape, boolean needed, String about) {

    static Key needed(String name, Shape shape, String about) {
        return new Key(name, shape, true, about);
    }

    static Key of(String name, Shape shape, String about) {
        return new Key(name, shape, false, about);
    }
}
