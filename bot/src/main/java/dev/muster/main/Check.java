package dev.muster.main;

/**
 * A part that was looked at.
 *
 * @param remedy what to do about it; empty if all is well
 */
record Check(String part, String how, String remedy) {

    static Check well(String part, String how) {
        return new Check(part, how, "");
    }

    boolean isWell() {
        return remedy.isEmpty();
    }

    /** What was looked at, how it is, and what to do, on one line. */
    String line() {
        String said = "%-8s %-9s %s".formatted(isWell() ? "ok" : "FINDING", part, how);
        return (isWell() ? said : said.replaceFirst("\\.$", "") + ". Do: " + remedy).replaceAll("\\s*\\R\\s*", " ");
    }
}
