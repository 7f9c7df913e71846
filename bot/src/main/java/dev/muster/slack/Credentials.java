package dev.muster.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What Slack says of the bot's tokens when it is asked: who it is there, and what it may do. */
public final class Credentials {

    private static final String SCOPES = "x-oauth-scopes";

    private final Web web;

    public Credentials(Web web) {
        this.web = web;
    }

    /**
     * Who the bot is.
     *
     * @param scopes what its token may do; empty where Slack did not say
     */
    public record Holder(String name, String team, Optional<Set<String>> scopes) {}

    /**
     * Whose the bot token is.
     *
     * @throws dev.muster.desk.Chat.NotNow if Slack does not answer, or does not accept the token
     * @throws dev.muster.desk.Chat.NotEver if Slack says no
     */
    public Holder holder() {
        AuthTestResponse answer = web.call("auth.test", slack -> slack.authTest(r -> r));
        return new Holder(String.valueOf(answer.getUser()), String.valueOf(answer.getTeam()), scopes(answer));
    }

    /** Makes sure that an app-level token may open sockets; opens none. @throws RuntimeException as {@link #holder} */
    public void requireSockets(String appToken) {
        web.call("apps.connections.open", slack -> slack.appsConnectionsOpen(r -> r.token(appToken)));
    }

    private static Optional<Set<String>> scopes(AuthTestResponse answer) {
        return Optional.ofNullable(answer.getHttpResponseHeaders()).stream()
                .flatMap(headers -> headers.entrySet().stream())
                .filter(header -> SCOPES.equalsIgnoreCase(header.getKey()))
                .map(Map.Entry::getValue)
                .map(values -> String.join(",", values))
                .<Set<String>>map(text -> new TreeSet<>(Arrays.asList(text.split("[,\\s]+"))))
                .findFirst();
    }
}
