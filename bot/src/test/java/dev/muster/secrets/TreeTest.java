package dev.muster.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TreeTest {

    private static final String AWS = "AKIA" + "Z5GQ3MXW2RTPLVNB";
    private static final String MARK = "[removed secret: aws-access-token]";

    private final Secrets secrets = Secrets.shipped(List.of());

    @Test
    void returnsTheSameObjectIfNothingWasFound() {
        Map<String, ?> event = Events.message("they know the access key");

        assertThat(secrets.mask(event).tree()).isSameAs(event);
        assertThat(secrets.mask(event).rules()).isEmpty();
    }

    @Test
    void masksEveryTextAndNothingElse() {
        Map<String, ?> event = Events.message("it is " + AWS);

        MaskedTree masked = secrets.mask(event);

        assertThat(masked.tree()).isEqualTo(Events.message("it is " + MARK));
        assertThat(masked.rules()).containsExactly("aws-access-token");
    }

    @Test
    void keepsTheOrderOfKeysAndWhatIsNoText() {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("z", 1);
        event.put("b", null);
        event.put("text", AWS);
        event.put("a", true);
        event.put("list", Arrays.asList(null, 2.5, "x"));

        Map<String, ?> masked = secrets.mask(event).tree();

        assertThat(new ArrayList<>(masked.keySet())).containsExactly("z", "b", "text", "a", "list");
        assertThat(masked.get("z")).isEqualTo(1);
        assertThat(masked.get("b")).isNull();
        assertThat(masked.get("list")).isEqualTo(Arrays.asList(null, 2.5, "x"));
    }

    @Test
    void masksWhatWasFoundInOneTextInAllOthers() {
        Map<String, ?> event = Map.of(
                "text", "api_key = q8Zr-71xKwPvT0",
                "attachments", List.of(Map.of("fallback", "q8Zr-71xKwPvT0", "title", "as q8Zr-71xKwPvT0_ says")),
                "files", List.of(Map.of("name", "q8Zr-71xKwPvT0.txt", "url_private", "https://x/?t=q8Zr-71xKwPvT0")),
                "root", Map.of("text", "*q8Zr-71xKwPvT0*"),
                "previous_message", Map.of("text", "q8Zr-*71x*KwPvT0"));

        String masked = secrets.mask(event).tree().toString();

        assertThat(masked).doesNotContain("71x").contains(".txt").contains("https://x/?t=");
    }

    @Test
    void masksAnEscapedSecretThatIsKnownFromWhereItIsNot() {
        Map<String, ?> event = Map.of(
                "blocks",
                Events.richText("postgres://app:hun&ter2Geheim@db/shop"),
                "text",
                "the password is hun&amp;ter2Geheim");

        assertThat(secrets.mask(event).tree().get("text"))
                .isEqualTo("the password is [removed secret: database-password]");
    }

    @Test
    void leavesAnOrdinaryWordAloneAlsoIfItIsSomebodysPassword() {
        Map<String, ?> event = Map.of("text", "redis://app:elephants@cache", "topic", "elephants never forget");

        Map<String, ?> masked = secrets.mask(event).tree();

        assertThat(masked.get("text")).isEqualTo("redis://app:[removed secret: database-password]@cache");
        assertThat(masked.get("topic")).isEqualTo("elephants never forget");
    }

    @Test
    void emptiesBlocksInWhichASecretIsSplit() {
        Map<String, ?> event = Map.of(
                "type",
                "message",
                "text",
                "it is " + AWS.substring(0, 8) + "*" + AWS.substring(8) + "*",
                "blocks",
                Events.richText("it is ", AWS.substring(0, 8), AWS.substring(8), " !"));

        MaskedTree masked = secrets.mask(event);

        assertThat(masked.tree().get("blocks")).isEqualTo(List.of());
        assertThat(masked.tree().get("text")).isEqualTo("it is " + MARK + "*");
        assertThat(masked.rules()).containsExactly("aws-access-token");
    }

    @Test
    void emptiesBlocksInWhichANameAndItsSecretAreStyledApart() {
        Map<String, ?> event =
                Map.of("text", "api_key = *tiny*", "blocks", Events.richText("the api_key = ", "q8Zr-71xKwPvT0"));

        assertThat(secrets.mask(event).tree().toString()).doesNotContain("q8Zr-71xKwPvT0");
    }

    @Test
    void keepsBlocksInWhichEachSecretIsWhole() {
        Map<String, ?> event = Map.of("blocks", Events.richText("it is ", AWS, " !"));

        assertThat(secrets.mask(event).tree().get("blocks")).isEqualTo(Events.richText("it is ", MARK, " !"));
    }

    @Test
    void neverTouchesIds() {
        Map<String, ?> event = Map.of(
                "text", "it is " + AWS,
                "id", AWS,
                "ts", AWS,
                "client_msg_id", AWS,
                "token", AWS,
                "channel", Map.of("id", AWS, "name", AWS),
                "reply_users", List.of(AWS));

        assertThat(secrets.mask(event).tree())
                .isEqualTo(Map.of(
                        "text", "it is " + MARK,
                        "id", AWS,
                        "ts", AWS,
                        "client_msg_id", AWS,
                        "token", AWS,
                        "channel", Map.of("id", AWS, "name", MARK),
                        "reply_users", List.of(AWS)));
    }

    @Test
    void masksATokenThatIsNotTheEnvelopesAndWordsUnderAnIdsName() {
        Map<String, ?> event = Map.of("user", "see " + AWS, "event", Map.of("token", AWS));

        assertThat(secrets.mask(event).tree()).isEqualTo(Map.of("user", "see " + MARK, "event", Map.of("token", MARK)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void maskingTwiceIsMaskingOnce(Sample sample) {
        Map<String, ?> once = secrets.mask(Events.message(sample.text())).tree();

        assertThat(secrets.mask(once).tree()).isSameAs(once);
        assertThat(once.toString()).doesNotContain(sample.secret());
    }

    static List<Sample> samples() {
        return Samples.all();
    }
}
