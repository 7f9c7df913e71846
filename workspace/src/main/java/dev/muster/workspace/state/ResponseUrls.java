package dev.muster.workspace.state;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Response URLs: each may be used five times within thirty minutes. */
public final class ResponseUrls {
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final int USES = 5;
    private final Stamps stamps;
    private final Map<String, Grant> grants = new HashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();

    /** What a response URL stands for: where, for whom, and the message that was pressed. */
    public record Grant(String channel, String user, Optional<String> originalTs, Instant issued) {}

    /** The grant, or why it cannot be used any more. */
    public record Use(Optional<Grant> grant, String error) {}

    ResponseUrls(Stamps stamps) {
        this.stamps = stamps;
    }

    public String issue(String channel, String user, Optional<String> originalTs) {
        String id = Ids.secret();
        grants.put(id, new Grant(channel, user, originalTs, stamps.now()));
        return id;
    }

    void rekey(String before, String now) {
        grants.replaceAll((id, grant) -> grant.channel().equals(before)
                ? new Grant(now, grant.user(), grant.originalTs(), grant.issued())
                : grant);
    }

    public Use use(String id) {
        Grant grant = grants.get(id);
        if (grant == null || grant.issued().plus(LIFE).isBefore(stamps.now())) {
            return new Use(Optional.empty(), "expired_url");
        }
        if (uses.merge(id, 1, Integer::sum) > USES) {
            return new Use(Optional.empty(), "used_url");
        }
        return new Use(Optional.of(grant), "");
    }
}
