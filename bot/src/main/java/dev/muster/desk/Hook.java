package dev.muster.desk;

/** Another program that wants to know. */
@FunctionalInterface
public interface Hook {

    /** Where nobody wants to. */
    Hook NONE = (key, json) -> {};

    /**
     * Tells it; it may hear the same twice.
     *
     * @param key the same each time that the same is told
     * @throws Chat.NotNow if it can be tried again
     * @throws Chat.NotEver if it does not want this
     */
    void tell(String key, String json);
}
