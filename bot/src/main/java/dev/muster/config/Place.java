package dev.muster.config;

import java.io.Serializable;

/**
 * Where something stands in a file.
 *
 * @param line counts from 1; 0 if it is about the file as a whole
 * @param column counts from 1
 */
public record Place(String file, int line, int column) implements Serializable {

    /** The file as a whole. */
    public static Place of(String file) {
        return new Place(file, 0, 0);
    }

    /** {@code file:line:column}, which editors and terminals make a link of. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
