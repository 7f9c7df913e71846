package dev.muster.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example of docs.slack.dev, "Verifying requests from Slack", and what is near it. */
class SignatureTest {

    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final String TIMESTAMP = "1531420618";
    private static final String SIGNED = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private static final byte[] BODY =
            ("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                            + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
                            + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
                            + "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c")
                    .getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.ofEpochSecond(1531420618);

    private final Signature signature = new Signature(List.of(SECRET));

    @Test
    void acceptsTheExampleOfTheDocumentation() {
        assertThat(signature.isValid(TIMESTAMP, SIGNED, BODY, NOW)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, -299, 299, 300})
    void acceptsWhatIsNoMoreThanFiveMinutesOldOrEarly(long seconds) {
        assertThat(signature.isValid(TIMESTAMP, SIGNED, BODY, NOW.plusSeconds(seconds)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, -86_400, 86_400})
    void refusesWhatIsOlderOrEarlier(long seconds) {
        assertThat(signature.isValid(TIMESTAMP, SIGNED, BODY, NOW.plusSeconds(seconds)))
                .isFalse();
    }

    @Test
    void refusesTheRightDigitsInAnotherForm() {
        String hex = SIGNED.substring(3);

        assertThat(List.of("", hex, "v1=" + hex, "v0=" + hex.toUpperCase(Locale.ROOT), "v0=" + hex + "0", SIGNED + " "))
                .noneMatch(given -> signature.isValid(TIMESTAMP, given, BODY, NOW));
    }

    @Test
    void refusesAnotherBodyAndAnotherTime() {
        assertThat(signature.isValid(TIMESTAMP, SIGNED, new byte[0], NOW)).isFalse();
        assertThat(signature.isValid("1531420619", SIGNED, BODY, NOW)).isFalse();
        assertThat(signature.isValid("01531420618", SIGNED, BODY, NOW)).isFalse();
    }

    @Test
    void acceptsBothSecretsWhileOneIsBeingRotated() {
        assertThat(new Signature(List.of("another", SECRET)).isValid(TIMESTAMP, SIGNED, BODY, NOW))
                .isTrue();
        assertThat(new Signature(List.of(SECRET, "another")).isValid(TIMESTAMP, SIGNED, BODY, NOW))
                .isTrue();
        assertThat(new Signature(List.of("another", "third")).isValid(TIMESTAMP, SIGNED, BODY, NOW))
                .isFalse();
    }

    @Test
    void letsNothingThroughWithoutASecret() {
        assertThat(new Signature(List.of()).isValid(TIMESTAMP, SIGNED, BODY, NOW))
                .isFalse();
    }
}
