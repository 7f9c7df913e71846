package dev.muster.runbook.lint;

/** Looks at a runbook for one or a few rules. */
@FunctionalInterface
interface Check {
    void look(Examined at);
}
