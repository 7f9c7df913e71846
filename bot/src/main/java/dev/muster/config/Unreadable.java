package dev.muster.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read, for whoever named it. */
final class Unreadable {

    private Unreadable() {}

    static String why(IOException trouble) {
        if (trouble instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (trouble instanceof AccessDeniedException) {
            return "it may not be read by whoever runs this";
        }
        return trouble instanceof CharacterCodingException
                ? "it is not UTF-8"
                : "it is a folder, or there is trouble with its disk";
    }
}
