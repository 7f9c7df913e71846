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
import org.jspecify.annotations.Nullable;

/**
 * Calls of Slack's Web API: each is sent at most once, and each trouble is told apart, whether it may pass or not
 * (docs.slack.dev, "Rate limits", and the errors of each method).
 */
public final class Web implements AutoCloseable {

    private static final Duration DEAD_TOKEN_WAIT = Duration.ofMinutes(1);
    private static final Duration USUAL_WAIT = Duration.ofSeconds(30);

    private final Slack slack;
    private final String token;
    private final Allowance allowance;

    /**
     * Makes a client that calls nobody yet.
     *
     * @param apiUrl with the trailing slash
     * @param allowance how much may be asked
     * @param skew hears the time of each answer
     */
    public Web(String apiUrl, String token, Allowance allowance, Skew skew) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(apiUrl);
        config.setStatsEnabled(false);
        this.slack = Slack.getInstance(
                config,
                new SlackHttpClient(SlackHttpClient.buildOkHttpClient(config)
                        .newBuilder()
                        .retryOnConnectionFailure(false)
                        .addInterceptor(skew)
                        .socketFactory(new Wire())
                        .callTimeout(Duration.ofSeconds(10))
                        .build()));
        this.token = token;
        this.allowance = allowance;
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
        return call(method, "", call);
    }

    /** The same, of a method that Slack counts for each channel. */
    <T extends SlackApiTextResponse> T call(String method, String channel, Call<T> call) {
        allowance.take(method, channel);
        Lease.require();
        try {
            T answer = call.on(slack.methods(token));
            if (!answer.isOk()) {
                throw refusal(
                        method, Optional.ofNullable(answer.getError()).orElse("no_reason_given"), details(answer));
            }
            return answer;
        } catch (IOException | JsonParseException e) {
            throw new NotNow(method + ": " + e, Duration.ZERO);
        } catch (SlackApiException e) {
            throw failure(method, channel, e);
        }
    }

    private static RuntimeException refusal(String method, String error, String details) {
        return switch (Trouble.of(error)) {
            case DEAD_TOKEN ->
                new NotNow(method + ": Slack does not accept the bot token (" + error + ")", DEAD_TOKEN_WAIT);
            case PASSING, RATE -> new NotNow(method + ": " + error, Duration.ZERO);
            default -> new Refused(method, error, details);
        };
    }

    private RuntimeException failure(String method, String channel, SlackApiException e) {
        int status = e.getResponse().code();
        if (status == 429) {
            Duration wait = retryAfter(e.getResponse().header("Retry-After"));
            allowance.pause(method, channel, wait);
            return new NotNow(method + ": rate limited", wait);
        }
        return status >= 500 || e.getError() == null || e.getError().getError() == null
                ? new NotNow(method + ": HTTP " + status, Duration.ZERO)
                : refusal(method, e.getError().getError(), "");
    }

    /** Never an exception: Slack, or a proxy, may say anything here. */
    private static Duration retryAfter(@Nullable String header) {
        boolean isSaid = header != null && header.matches("[0-9]{1,5}");
        return isSaid ? Duration.ofSeconds(Math.max(1, Long.parseLong(header))) : USUAL_WAIT;
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
