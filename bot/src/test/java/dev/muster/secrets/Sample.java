package dev.muster.secrets;

/**
 * A sentence with a secret in it, as somebody might type it.
 *
 * @param ruleId the rule from whose pattern the secret was made; other rules may find it, too
 * @param secret what must not be left of the text; at least eight characters
 */
public record Sample(String ruleId, String text, String secret) {

    @Override
    public String toString() {
        return ruleId;
    }
}
