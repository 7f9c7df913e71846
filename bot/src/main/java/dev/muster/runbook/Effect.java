package dev.muster.runbook;

/**
 * What came of an order.
 *
 * @param success whether it ended as it should, all that was expected included
 * @param summary how it ended, in a few words
 * @param output what it said, with nothing in it that is secret
 */
public record Effect(boolean success, String summary, String output) {

    public static Effect failure(String summary) {
        return new Effect(false, summary, "");
    }
}
