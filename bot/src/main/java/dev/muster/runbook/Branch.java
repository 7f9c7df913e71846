package dev.muster.runbook;

import java.util.Optional;

/**
 * One answer to a decision.
 *
 * @param next the step that it leads to, or {@link Step#END}; the one below if empty
 * @param why what speaks for this answer
 */
public record Branch(String answer, Optional<String> next, Optional<String> why) {}
