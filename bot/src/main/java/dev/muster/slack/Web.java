package dev.muster.slack;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.util.http.SlackHttpClient;
import dev.muster.desk.Chat.NotNow;
import dev.muster.desk.Lease;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls of Slack's Web API: each is sent at most once, and each trouble is told apart, whether it may pass or not
 * (docs.slack.dev, "Rate limits", and the errors of each method).
 */
public final class Web implements AutoCloseable {

    private static final Set<String> MAY_PASS = Set.of(
            "ratelimited",
            "rate_limited",
            "internal_error",
            "fatal_error",
            "service_unavailable",
            "request_timeout",
            "team_added_to_org",
            "external_channel_migrating",
            "too_many_requests",
            "message_limit_exceeded");

    /** Until somebody replaces the token nothing can be said, and nothing may be lost. */
    private static final Set<String> DEAD_TOKEN =
            Set.of("invalid_auth", "not_authed", "token_revoked", "account_inactive", "token_expired");

    private static final long DEAD_TOKEN_WAIT = 60;

    private final Slack slack;
    private final String token;

    /** @param apiUrl with the trailing slash */
    public Web(String apiUrl, String token) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(apiUrl);
        config.setStatsEnabled(false);
        this.slack = Slack.getInstance(
                config,
                new SlackHttpClient(SlackHttpClient.buildOkHttpClient(config)
                        .newBuilder()
                        .retryOnConnectionFailure(false)
                        .callTimeout(Duration.ofSeconds(10))
                        .build()));
        this.token = token;
    }

    String token() {
        return token;
    }

    Slack slack() {
        return slack;
    }

    /** One call of the Web API. */
    @FunctionalInterface
    interface Call<T extends SlackApiTextResponse> {
        T on(MethodsClient methods) throws IOException, SlackApiException;
    }

    /**
     * Calls once.
     *
     * @throws NotNow for what may pass; it may have been carried out all the same
     * @throws Refused if Slack said no
     */
    <T extends SlackApiTextResponse> T call(String method, Call<T> call) {
        Lease.require();
        try {
            T answer = call.on(slack.methods(token));
            if (!answer.isOk()) {
                throw refusal(
                        method, Optional.ofNullable(answer.getError()).orElse("no_reason_given"), details(answer));
            }
            return answer;
        } catch (IOException | JsonParseException e) {
            throw new NotNow(method + ": " + e, 0);
        } catch (SlackApiException e) {
            throw failure(method, e);
        }
    }

    private static RuntimeException refusal(String method, String error, String details) {
        if (DEAD_TOKEN.contains(error)) {
            return new NotNow(method + ": Slack does not accept the bot token (" + error + ")", DEAD_TOKEN_WAIT);
        }
        return MAY_PASS.contains(error) ? new NotNow(method + ": " + error, 0) : new Refused(method, error, details);
    }

    private static RuntimeException failure(String method, SlackApiException e) {
        int status = e.getResponse().code();
        if (status == 429) {
            return new NotNow(
                    method + ": rate limited", retryAfter(e.getResponse().header("Retry-After")));
        }
        return status >= 500 || e.getError() == null || e.getError().getError() == null
                ? new NotNow(method + ": HTTP " + status, 0)
                : refusal(method, e.getError().getError(), "");
    }

    /** Never an exception: Slack, or a proxy, may say anything here. */
    private static long retryAfter(@Nullable String header) {
        return header != null && header.matches("[0-9]{1,5}") ? Math.max(1, Long.parseLong(header)) : 30;
    }

    private static String details(SlackApiTextResponse answer) {
        return Optional.ofNullable(answer.getNeeded())
                .map(scope -> "needs the scope " + scope)
                .orElse("");
    }

    @Override
    public void close() throws Exception {
        slack.close();
    }
}
