package dev.muster.secrets;

import java.util.List;

/**
 * A text without its secrets.
 *
 * @param text the very object that was handed in, if nothing was found
 * @param rules the ids of the rules that found something, in order of appearance, each once
 */
public record Masked(String text, List<String> rules) {

    public Masked {
        rules = List.copyOf(rules);
    }
}
