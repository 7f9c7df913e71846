package dev.muster.scenario;

import com.google.re2j.Pattern;
import dev.muster.incident.Kind;
import dev.muster.incident.Role;
import dev.muster.incident.Severity;
import dev.muster.incident.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Something that may be so or not. */
@FunctionalInterface
public interface Condition {

    /** Since when it is so, which may be to come; empty while it is not. */
    Optional<Instant> since(Situation situation);

    static Condition missing(Role role) {
        return situation -> situation.incident().holder(role).isPresent()
                ? Optional.empty()
                : Optional.of(
                        situation.lastOf(Kind.ROLE, "role", role.toString()).orElse(situation.start()));
    }

    static Condition held(Role role) {
        return situation -> situation.incident().holder(role).map(holder -> situation
                .lastOf(Kind.ROLE, "role", role.toString())
                .orElse(situation.start()));
    }

    /** Nobody has given an update for so long. */
    static Condition silent(Duration lasting) {
        return situation ->
                Optional.of(situation.lastUpdate().orElse(situation.start()).plus(lasting));
    }

    static Condition reached(Stage stage) {
        return situation -> situation.reached(stage);
    }

    static Condition before(Stage stage) {
        return situation ->
                situation.incident().stage().compareTo(stage) < 0 ? Optional.of(situation.start()) : Optional.empty();
    }

    static Condition severity(Severity severity) {
        return situation -> situation.incident().severity() == severity
                ? Optional.of(situation
                        .lastOf(Kind.SEVERITY, "to", severity.toString())
                        .orElse(situation.start()))
                : Optional.empty();
    }

    /** Somebody who is really there has said it. */
    static Condition said(Pattern words) {
        return situation -> situation.said(words);
    }

    static Condition unsaid(Pattern words) {
        return situation -> situation.said(words).isPresent() ? Optional.empty() : Optional.of(situation.start());
    }

    /** It stands on the record as decided. */
    static Condition decided(Pattern words) {
        return situation -> situation.decided(words);
    }

    static Condition undecided(Pattern words) {
        return situation -> situation.decided(words).isPresent() ? Optional.empty() : Optional.of(situation.start());
    }

    /** Something else has happened. */
    static Condition after(String inject) {
        return situation -> situation.last(inject);
    }
}
