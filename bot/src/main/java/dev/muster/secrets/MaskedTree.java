package dev.muster.secrets;

import java.util.List;
import java.util.Map;

/**
 * A JSON object without its secrets; its keys keep their order.
 *
 * @param tree the very object that was handed in, if nothing was found; else one that cannot be changed
 * @param rules the ids of the rules that found something, in order of appearance, each once
 */
public record MaskedTree(Map<String, ?> tree, List<String> rules) {

    public MaskedTree {
        rules = List.copyOf(rules);
    }
}
