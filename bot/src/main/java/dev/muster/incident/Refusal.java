package dev.muster.incident;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A "no" that a person may read: what was wrong, and what to do instead. Anything else that is thrown is our bug. */
public final class Refusal extends RuntimeException {

    /** Stands in a reason for the person it names: only who shows it knows how people are named there. */
    public static final String WHO = "{who}";

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient @Nullable UserId who;

    public Refusal(String reason) {
        this(reason, Optional.empty());
    }

    /** @param who stands where the reason has {@link #WHO} */
    public Refusal(String reason, Optional<UserId> who) {
        super(reason, null, false, false);
        this.reason = reason;
        this.who = who.orElse(null);
    }

    /** The reason in plain text, where nobody can be named. */
    public String reason() {
        return named(text -> text, user -> "somebody else");
    }

    /** The reason in another notation, naming whom it is about. */
    public String named(UnaryOperator<String> notation, Function<UserId, String> naming) {
        String noted = notation.apply(reason);
        return who == null ? noted : noted.replace(WHO, naming.apply(who));
    }
}
