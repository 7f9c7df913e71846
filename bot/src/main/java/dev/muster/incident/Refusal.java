package dev.muster.incident;

/** A "no" that a person may read: what was wrong, and what to do instead. Anything else that is thrown is our bug. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    public Refusal(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
