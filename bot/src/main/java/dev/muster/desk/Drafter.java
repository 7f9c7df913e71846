package dev.muster.desk;

/** Somebody outside who puts what the record says into words, where the settings name one. */
public interface Drafter {

    /** By what its words are marked. */
    String name();

    /**
     * A draft, in Markdown, which nobody has checked.
     *
     * @param question what the section is to say
     * @param record what it is to be drawn from
     * @throws Chat.NotNow if it can be tried again
     * @throws Chat.NotEver if it cannot
     */
    String draft(String question, String record);
}
