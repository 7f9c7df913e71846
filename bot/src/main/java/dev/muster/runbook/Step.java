package dev.muster.runbook;

import java.util.Optional;

/**
 * One thing to do or to look at.
 *
 * @param text what to do, as Slack-like Markdown
 * @param expect what should be seen, for a check
 * @param why why it works or why it matters
 * @param role who does it; anyone if empty
 */
public record Step(
        String id,
        String title,
        Kind kind,
        String text,
        Optional<String> expect,
        Optional<String> why,
        Optional<String> role) {

    /** What sort of step it is. */
    public enum Kind {
        /** Do this. */
        MANUAL,
        /** Look at this, and compare with what is expected. */
        CHECK
    }
}
