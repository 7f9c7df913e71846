package dev.muster.workspace.api;

import java.util.List;
import java.util.Optional;

/** Lets in whoever has this workspace's own token, and keeps real tokens out. */
final class Gate {
    private static final List<String> REAL = List.of("xoxb-", "xoxp-", "xapp-", "xoxe");
    private static final String SOCKET_METHOD = "apps.connections.open";
    private final String botToken;
    private final String appToken;

    Gate(String botToken, String appToken) {
        this.botToken = botToken;
        this.appToken = appToken;
    }

    static boolean isReal(String token) {
        return REAL.stream().anyMatch(token::startsWith);
    }

    /** Why this token may not call this method. */
    Optional<String> objection(String method, Optional<String> token) {
        if (method.equals("api.test")) {
            return Optional.empty();
        }
        if (token.isEmpty()) {
            return Optional.of("not_authed");
        }
        boolean socket = method.equals(SOCKET_METHOD);
        if (token.get().equals(socket ? appToken : botToken)) {
            return Optional.empty();
        }
        return Optional.of(
                token.get().equals(socket ? botToken : appToken) ? "not_allowed_token_type" : "invalid_auth");
    }
}
