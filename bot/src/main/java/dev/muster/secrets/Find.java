package dev.muster.secrets;

/** A secret found in a text, and the rule that says so. */
record Find(Span span, String rule) {

    /** Of two overlapping finds, whether this one says better what was found: gitleaks' generic rule knows least. */
    boolean saysMoreThan(Find other) {
        if (isOwn() != other.isOwn()) {
            return isOwn();
        }
        return isGeneric() == other.isGeneric() ? span.length() > other.span.length() : other.isGeneric();
    }

    private boolean isOwn() {
        return rule.equals(OwnSecrets.RULE);
    }

    private boolean isGeneric() {
        return rule.contains("generic");
    }
}
