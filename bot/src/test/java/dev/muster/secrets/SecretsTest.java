package dev.muster.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private static final String AWS = "AKIA" + "Z5GQ3MXW2RTPLVNB";
    private static final String GITHUB = "ghp_" + "x7KqW2mZ9bRtY4vNcD8sLpF3hJ6gA1eU5oTi";
    private static final String NPM = "npm_" + "x7kqw2mz9brty4vncd8slpf3hj6ga1eu5oti";
    private static final String OWN = "xoxb-our-own-token-of-the-bot";

    private final Secrets secrets = Secrets.shipped(List.of(OWN, "short", "  ", "           "));

    @Test
    void putsAMarkInThePlaceOfASecretAndLeavesTheRest() {
        Masked masked = secrets.mask("the key is " + AWS + ", please rotate it");

        assertThat(masked.text()).isEqualTo("the key is [removed secret: aws-access-token], please rotate it");
        assertThat(masked.rules()).containsExactly("aws-access-token");
    }

    @Test
    void returnsTheSameObjectIfNothingWasFound() {
        String text = new String("the access key is in the vault, and they know the token's name");

        assertThat(secrets.mask(text).text()).isSameAs(text);
        assertThat(secrets.mask(text).rules()).isEmpty();
    }

    @Test
    void namesTheRulesInOrderOfAppearanceAndOnce() {
        Masked masked = secrets.mask(GITHUB + " and " + AWS + " and again " + GITHUB);

        assertThat(masked.text())
                .isEqualTo("[removed secret: github-pat] and [removed secret: aws-access-token]"
                        + " and again [removed secret: github-pat]");
        assertThat(masked.rules()).containsExactly("github-pat", "aws-access-token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "%s is it",
                "it is %s",
                "*%s*",
                "_%s_",
                "~%s~",
                "_*%s*_",
                "`%s`",
                "```%s```",
                "```\nexport X\n%s\n```",
                "(%s)",
                "\"%s\"",
                "\u201c%s\u201d",
                "it is %s, really",
                "it is %s.",
                "is it %s?",
                "<https://example.com/%s|here>",
                "<https://example.com/?x=%s&amp;y=1>",
                "<https://example.com/|%s>",
                "&lt;%s&gt;",
                "\ud83d\ude00%s\ud83d\ude00",
                "\ud83d\ude00 %s \ud83d\ude00",
                "a\u00a0%s\u00a0b",
                "first line\n%s\nlast line"
            })
    void findsATokenHoweverItIsWritten(String form) {
        for (String token : List.of(AWS, GITHUB, NPM, OWN)) {
            String text = form.formatted(token);
            boolean isGluedToASmiley = text.startsWith("\ud83d\ude00" + NPM);

            Masked masked = secrets.mask(text);

            if (!isGluedToASmiley) {
                assertThat(masked.text()).doesNotContain(token);
                assertThat(masked.rules()).hasSize(1);
                assertThat(masked.text())
                        .isEqualTo(form.formatted(
                                "[removed secret: " + masked.rules().get(0) + "]"));
            }
        }
    }

    @Test
    void findsATokenIntoWhichSomebodyCopiedSignsThatNobodySees() {
        String torn = AWS.substring(0, 9) + "\u200b" + AWS.substring(9);

        assertThat(secrets.mask("it is " + torn + " now").text())
                .isEqualTo("it is [removed secret: aws-access-token] now");
    }

    @Test
    void masksOurOwnSecretsWhateverTheyLookLike() {
        Masked masked = secrets.mask("who wrote " + OWN + "? short");

        assertThat(masked.text()).isEqualTo("who wrote [removed secret: own-secret]? short");
        assertThat(masked.rules()).containsExactly("own-secret");
    }

    @Test
    void masksAnOwnSecretAlsoAsSlackEscapesIt() {
        Secrets odd = Secrets.shipped(List.of("p&ss<word>1"));

        assertThat(odd.mask("it is p&amp;ss&lt;word&gt;1!").text()).isEqualTo("it is [removed secret: own-secret]!");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            postgres://app:hunter2Geheim@db.internal:5432/shop ; postgres://app:[]@db.internal:5432/shop
            postgresql+psycopg2://app:hunter2@db/shop?ssl=1 ; postgresql+psycopg2://app:[]@db/shop?ssl=1
            jdbc:mysql://root:tiger99@10.0.0.7:3306/x ; jdbc:mysql://root:[]@10.0.0.7:3306/x
            redis://:s3cr3t!@cache:6379 ; redis://:[]@cache:6379
            amqps://u:p@ss:w@queue/v ; amqps://u:[]@queue/v
            <mongodb+srv://u:kX9@c0.example.net/|mongo> ; <mongodb+srv://u:[]@c0.example.net/|mongo>
            postgres://user:password@localhost/db ; postgres://user:password@localhost/db
            postgres://db.internal:5432/shop ; postgres://db.internal:5432/shop
            redis://cache:6379/0?owner=me@example.com ; redis://cache:6379/0?owner=me@example.com
            """)
    void masksOnlyThePasswordInADatabasesAddress(String address, String expected) {
        assertThat(secrets.mask("try " + address + " now").text())
                .isEqualTo("try " + expected.replace("[]", "[removed secret: database-password]") + " now");
    }

    @Test
    void masksABearersToken() {
        assertThat(secrets.mask("Authorization: Bearer 9f8e7d6c5b4a39281706-Xy").text())
                .isEqualTo("Authorization: Bearer [removed secret: authorization-bearer]");
        assertThat(secrets.mask("Authorization: Bearer your-token-goes-here").rules())
                .isEmpty();
    }

    @Test
    void masksAPrivateKeyOfManyLines() {
        String body = Stream.generate(new Random(7)::nextLong)
                .limit(120)
                .map(Long::toHexString)
                .reduce("", (a, b) -> a + b + "\n");
        String text = "look:\n-----BEGIN RSA PRIVATE KEY-----\n" + body + "-----END RSA PRIVATE KEY-----\nis it valid?";

        assertThat(secrets.mask(text).text()).isEqualTo("look:\n[removed secret: private-key]\nis it valid?");
    }

    @Test
    void masksWhatWasFoundOnceWhereverItStands() {
        Masked masked = secrets.mask("api_key = q8Zr-71xKwPvT0 and later only q8Zr-71xKwPvT0-ish");

        assertThat(masked.text())
                .isEqualTo(
                        "api_key = [removed secret: generic-api-key] and later only [removed secret: generic-api-key]-ish");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sonar.token=0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c now",
                "https://acme.webhook.office.com/webhookb2/a1b2c3d4-e5f6-a1b2-c3d4-e5f6a7b8c9d0@a1b2c3d4-e5f6-a1b2-c3d4-"
                        + "e5f6a7b8c9d0/IncomingWebhook/0f1e2d3c4b5a69788796a5b4c3d2e1f0/a1b2c3d4-e5f6-a1b2-c3d4-e5f6a7b8c9d0"
            })
    void masksTheSecretWhereGitleaksNamesAPieceOfIt(String text) {
        assertThat(secrets.mask(text).text()).doesNotContain("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
    }

    @Test
    void keepsTheExamplesThatGitleaksKnows() {
        assertThat(secrets.mask("AKIAIOSFODNN7" + "EXAMPLE is the one of the manual")
                        .rules())
                .isEmpty();
        assertThat(secrets.mask("api_key = ${SHOP_API_KEY}").rules()).isEmpty();
    }

    @Test
    void nobodyHidesASecretByDressingItUpAsAMark() {
        assertThat(secrets.mask("[removed secret: " + AWS + "]").text()).doesNotContain(AWS);
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void maskingTwiceIsMaskingOnceAndNothingIsLeft(List<Sample> samples, String text) {
        Masked once = secrets.mask(text);

        assertThat(secrets.mask(once.text()).text()).isSameAs(once.text());
        assertThat(samples).allSatisfy(sample -> assertThat(once.text()).doesNotContain(sample.secret()));
    }

    /** Two or three secrets in one text, with all that people type between them. */
    static Stream<Arguments> mixtures() {
        Random random = new Random(42);
        List<String> between =
                List.of(" and ", "\n", "\n\n> ", " | ", ", ", " :tada: ", "` `", "* *", " \ud83d\ude80 ");
        return Stream.generate(() -> {
                    List<Sample> samples = random.ints(
                                    2 + random.nextInt(2), 0, Samples.all().size())
                            .mapToObj(Samples.all()::get)
                            .toList();
                    String text = samples.stream()
                            .map(Sample::text)
                            .reduce((a, b) -> a + between.get(random.nextInt(between.size())) + b)
                            .orElseThrow();
                    return Arguments.of(samples, text);
                })
                .limit(300);
    }

    @Test
    void readsTheLongestMessagesThatSlackAllows() {
        String keywords = String.join(
                " ",
                Samples.rules(Samples.shipped("gitleaks.toml")).stream()
                        .flatMap(rule -> Stream.of(rule.path("keywords").path(0).asText()))
                        .toList());
        String noise = (keywords + "=").repeat(40_000 / keywords.length() + 1).substring(0, 39_900);

        Masked masked = secrets.mask(noise + " " + AWS);

        assertThat(masked.text())
                .endsWith(" [removed secret: aws-access-token]")
                .startsWith(noise.substring(0, 1000));
    }
}
