package dev.muster.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.desk.Audience;
import dev.muster.desk.House;
import dev.muster.desk.Policy;
import dev.muster.incident.ChannelName;
import dev.muster.incident.Handbook;
import dev.muster.incident.Handbook.ReminderRule;
import dev.muster.incident.Handbook.SeverityRule;
import dev.muster.incident.Hours;
import dev.muster.incident.Role;
import dev.muster.incident.Severity;
import dev.muster.review.Section;
import dev.muster.review.Templates;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {

    @TempDir
    Path folder;

    @Test
    void shipsTemplatesThatATeamCanReplace() throws IOException {
        Files.writeString(folder.resolve("short.md"), "# Ours\n\n{{causes}}\n");
        Map<String, String> more = Map.of(
                "MUSTER_POSTMORTEM_TEMPLATES_FOLDER",
                folder.toString(),
                "MUSTER_POSTMORTEM_TEMPLATES_SEV2",
                "narrative");

        Templates papers = SettingsFile.read(more).papers();

        assertThat(papers.of(Severity.SEV1).sections()).containsExactly(Section.values());
        assertThat(papers.of(Severity.SEV2).text()).startsWith("# {{title}}");
        assertThat(papers.of(Severity.SEV3).text()).startsWith("# Ours");
    }

    @Test
    void saysWhatIsWrongWithATemplateBeforeItIsNeeded() throws IOException {
        Path own = folder.resolve("ours.md");
        Files.writeString(own, "# Ours\n\n{{causes}}\n{{impakt}}\n");
        String folderName = "MUSTER_POSTMORTEM_TEMPLATES_FOLDER";
        String sev3 = "MUSTER_POSTMORTEM_TEMPLATES_SEV3";

        assertThatThrownBy(() -> SettingsFile.read(Map.of(folderName, folder.toString(), sev3, "ours")))
                .isInstanceOf(Mistake.class)
                .hasMessageStartingWith(own + ":4:1: there is no {{impakt}}. There are: summary");
        assertThatThrownBy(() -> SettingsFile.read(Map.of(sev3, "shrot")))
                .hasMessageContaining("there is no template config/templates/shrot.md")
                .hasMessageContaining("full, short, sre, narrative");
        assertThatThrownBy(() -> SettingsFile.read(Map.of(sev3, "../secret")))
                .hasMessageContaining("\"../secret\" is no name of a template");
    }

    @Test
    void shipsWhatTheContractSays() {
        Settings settings = SettingsFile.read(Map.of("MUSTER_CONFIG", "../config/muster.yaml"));

        House house = settings.house();
        assertThat(house.announce()).isEqualTo("incidents");
        assertThat(house.channelName()).isEqualTo(new ChannelName("inc-{number}-{date}-{title}"));
        assertThat(house.remindAt()).isEqualTo(LocalTime.of(9, 0));
        assertThat(house.home()).isEqualTo(URI.create("http://localhost:3000/"));
        assertRhythm(house.handbook(), Severity.SEV1, "PT15M", "PT5M");
        assertRhythm(house.handbook(), Severity.SEV2, "PT30M", "PT15M");
        assertRhythm(house.handbook(), Severity.SEV3, "PT2H", "PT30M");
        assertThat(house.handbook().nudgeRolesAfter()).isEqualTo(Duration.ofMinutes(5));
        assertThat(house.handbook().reminders())
                .isEqualTo(new ReminderRule(
                        List.of(Duration.ofDays(1)),
                        Duration.ofDays(1),
                        LocalTime.of(9, 0),
                        new Hours(
                                LocalTime.of(8, 0),
                                LocalTime.of(18, 0),
                                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
                        2,
                        4));
    }

    /** Nobody is locked out at three in the morning; only what cannot be undone is left to fewer. */
    @Test
    void leavesAlmostEverythingToAnyone() {
        Policy.Table policy = SettingsFile.read(Map.of()).policy();

        Map<String, Audience> strict = new HashMap<>(policy.verbs());
        strict.values().removeIf(Audience.ANYONE::equals);
        assertThat(strict)
                .isEqualTo(Map.of(
                        "redact", Audience.COMMANDER,
                        "hold-end", Audience.COMMANDER,
                        "close", Audience.RESPONDER,
                        "cancel", Audience.RESPONDER,
                        "runbook-run", Audience.RESPONDER,
                        "duplicate", Audience.RESPONDER));
        assertThat(policy.verbs()).containsKeys("declare", "update", "note", "role", "stage", "sev", "resolve");
        assertThat(policy.admins()).isEmpty();
    }

    @Test
    void readsWhoMayDoWhat() throws IOException {
        Policy.Table policy = read(
                        "policy:\n  admins: [U0ANN, S0SRE]\n  verbs: { close: anyone, cancel: lead }\n",
                        Map.of("MUSTER_POLICY_VERBS_HOLD_END", "admin"))
                .policy();

        assertThat(policy.admins()).containsExactly("U0ANN", "S0SRE");
        assertThat(policy.adminGroups()).containsExactly("S0SRE");
        assertThat(policy.verbs())
                .containsEntry("close", Audience.ANYONE)
                .containsEntry("cancel", Audience.LEAD)
                .containsEntry("hold-end", Audience.ADMIN)
                .containsEntry("redact", Audience.COMMANDER);
        assertThat(SettingsFile.read(Map.of("MUSTER_POLICY_ADMINS", "U0BOB,S0OPS"))
                        .policy()
                        .admins())
                .containsExactly("U0BOB", "S0OPS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    verbs: {clsoe: anyone}      | :2:11: there is no setting "clsoe". Did you mean "close"?
                    verbs: {close: comander}    | :2:11: policy.verbs.close: "comander" is nobody. Did you mean "commander"? Write anyone, responder, lead, commander, admin.
                    verbs: {sev: ic}            | :2:11: policy.verbs.sev: "ic" is nobody. Write anyone, responder, lead, commander, admin.
                    verbs: {declare: commander} | :2:11: policy.verbs.declare: "commander" has no part in an incident that is not there yet. Write anyone or admin.
                    admins: ["@ann"]            | :2:3: policy.admins: "@ann" is no id. Write the U… ids of people or the S… ids of user groups; Slack shows a person's under Copy member ID.
                    admins: U0ANN               | :2:3: "admins" takes a list here.
                    verb: {}                    | :2:3: there is no setting "verb". Did you mean "verbs"?
                    """)
    void saysWhereThePolicyIsMistaken(String yaml, String expected) throws IOException {
        Path file = write("policy:\n  " + yaml + "\n");

        assertThatThrownBy(() -> SettingsFile.read(environment(file, Map.of())))
                .isInstanceOf(Mistake.class)
                .hasMessage(file + expected);
    }

    @Test
    void tellsAWeeksFiguresNowhereUnlessAChannelIsNamed() throws IOException {
        assertThat(SettingsFile.read(Map.of()).digest()).isEmpty();
        assertThat(read("insights: {digest: {channel: '#ops-news', day: Fri, at: '16:30'}}")
                        .digest())
                .contains(new Settings.Digest("ops-news", DayOfWeek.FRIDAY, LocalTime.of(16, 30)));
        assertThat(SettingsFile.read(Map.of("MUSTER_INSIGHTS_DIGEST_CHANNEL", "C0OPS"))
                        .digest())
                .contains(new Settings.Digest("C0OPS", DayOfWeek.MONDAY, LocalTime.of(9, 0)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    chanel: ops           | there is no setting "chanel". Did you mean "channel"?
                    channel: two channels | insights.digest.channel: "two channels" is no channel. Write the name of one, e.g. incidents, or its C… id.
                    day: someday          | insights.digest.day: "someday" is no day. Write mon, tue, wed, thu, fri, sat, sun.
                    day: m                | insights.digest.day: "m" is no day. Write mon, tue, wed, thu, fri, sat, sun.
                    at: 9                 | insights.digest.at: "9" is not a time of day, e.g. "09:00".
                    at: "25:00"           | insights.digest.at: "25:00" is not a time of day, e.g. "09:00".
                    """)
    void saysWhereTheDigestIsMistaken(String yaml, String expected) throws IOException {
        Path file = write("insights:\n  digest:\n    " + yaml + "\n");

        assertThatThrownBy(() -> SettingsFile.read(environment(file, Map.of())))
                .isInstanceOf(Mistake.class)
                .hasMessage(file + ":3:5: " + expected);
    }

    @Test
    void listensAndKeepsWhereTheContractSaysUnlessItIsTold() {
        Settings settings = SettingsFile.read(Map.of());

        assertThat(settings.server()).isEqualTo(new Settings.Server("0.0.0.0", 3000));
        assertThat(settings.database().url()).isEqualTo("jdbc:sqlite:data/muster.db");
        assertThat(settings.database().user()).isEmpty();
        assertThat(settings.database().password()).isEmpty();
        assertThat(settings.slack().apiUrl()).isEqualTo("https://slack.com/api/");
        assertThat(settings.slack().botToken().isPresent()).isFalse();
        assertThat(settings.slack().appToken().isPresent()).isFalse();
        assertThat(settings.slack().signingSecrets()).isEmpty();
        assertThat(settings.runbooks()).isEqualTo(Path.of("runbooks"));
    }

    @Test
    void givesEveryRoleItsDuties() {
        Handbook handbook = SettingsFile.read(Map.of()).house().handbook();

        for (Role role : Role.values()) {
            assertThat(handbook.rule(role).duties()).isNotEmpty();
            assertThat(handbook.rule(role).authority()).isNotBlank();
        }
    }

    @Test
    void laysAFileOverWhatIsShippedAndKeepsTheRest() throws IOException {
        Settings settings = read("severities:\n  sev1:\n    update-every: 45s\nannounce: '#war-room'\n");

        assertThat(settings.house().announce()).isEqualTo("war-room");
        assertRhythm(settings.house().handbook(), Severity.SEV1, "PT45S", "PT5M");
        assertRhythm(settings.house().handbook(), Severity.SEV2, "PT30M", "PT15M");
    }

    @Test
    void letsTheEnvironmentOverrideTheFileByTheNameOfThePath() throws IOException {
        Settings settings = read(
                "severities:\n  sev1:\n    update-every: 45s\n",
                Map.of(
                        "MUSTER_SEVERITIES_SEV1_UPDATE_EVERY", "PT20S",
                        "MUSTER_SEVERITIES_SEV2_RESPONSE_TIME", "1m",
                        "MUSTER_ROLES_NUDGE_AFTER", "3s",
                        "MUSTER_ACTIONS_REMIND_AT", "16:30",
                        "MUSTER_ANNOUNCE", "ops",
                        "MUSTER_CHANNEL_NAME", "i-{number}",
                        "MUSTER_TIME_ZONE", "Europe/Berlin"));

        assertRhythm(settings.house().handbook(), Severity.SEV1, "PT20S", "PT5M");
        assertRhythm(settings.house().handbook(), Severity.SEV2, "PT30M", "PT1M");
        assertThat(settings.house().handbook().nudgeRolesAfter()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.house().remindAt()).isEqualTo(LocalTime.of(16, 30));
        assertThat(settings.house().announce()).isEqualTo("ops");
        assertThat(settings.house().channelName()).isEqualTo(new ChannelName("i-{number}"));
        assertThat(settings.house().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @Test
    void takesTheVariablesThatHaveANameOfTheirOwn() {
        Settings settings = SettingsFile.read(Map.of(
                "SLACK_BOT_TOKEN", "xoxb-1",
                "SLACK_SIGNING_SECRET", "old, new",
                "SLACK_APP_TOKEN", "xapp-1",
                "SLACK_API_URL", "http://localhost:9/api",
                "DATABASE_URL", "jdbc:postgresql://db/muster",
                "DATABASE_USER", "muster",
                "DATABASE_PASSWORD", "secret",
                "PORT", "0",
                "HOST", "127.0.0.1",
                "MUSTER_RUNBOOKS", folder.toString()));

        assertThat(settings.slack())
                .isEqualTo(new Settings.Slack(
                        new Secret("xoxb-1"),
                        List.of(new Secret("old"), new Secret("new")),
                        new Secret("xapp-1"),
                        "http://localhost:9/api/",
                        1));
        assertThat(settings.database().url()).isEqualTo("jdbc:postgresql://db/muster");
        assertThat(settings.database().user()).contains("muster");
        assertThat(settings.database().password()).contains(new Secret("secret"));
        assertThat(settings.server()).isEqualTo(new Settings.Server("127.0.0.1", 0));
        assertThat(settings.runbooks()).isEqualTo(folder);
    }

    /** It may have a password in it. */
    @Test
    void saysNoAddressOfADatabaseAgain() {
        assertThatThrownBy(() -> SettingsFile.read(Map.of("DATABASE_URL", "mysql://ann:hush@db/muster")))
                .hasMessage(
                        "environment variable DATABASE_URL: is not jdbc:sqlite:PATH or jdbc:postgresql://HOST/NAME.");
    }

    @Test
    void missesAFolderThatSomebodyNamed() {
        assertThatThrownBy(() -> SettingsFile.read(Map.of("MUSTER_RUNBOOKS", "/nowhere")))
                .hasMessage(
                        "environment variable MUSTER_RUNBOOKS: there is no folder /nowhere. Make it, or name another.");
    }

    @Test
    void tellsNobodyNext() {
        assertThatThrownBy(() -> read("severities: {sev1: {escalation: []}}"))
                .hasMessageContaining("somebody is nobody");
    }

    @ParameterizedTest
    @CsvSource({
        "https://muster.example, https://muster.example/",
        "https://muster.example/, https://muster.example/",
        "https://muster.example/ops//, https://muster.example/ops/"
    })
    void endsItsOwnAddressInOneSlash(String said, URI expected) {
        assertThat(SettingsFile.read(Map.of("MUSTER_BASE_URL", said)).house().home())
                .isEqualTo(expected);
    }

    @Test
    void callsItselfByThePortThatItListensOn() {
        assertThat(SettingsFile.read(Map.of("PORT", "8080")).house().home())
                .isEqualTo(URI.create("http://localhost:8080/"));
    }

    @Test
    void takesAnEmptyVariableForNone() {
        Settings settings = SettingsFile.read(Map.of("PORT", "", "MUSTER_ANNOUNCE", " ", "MUSTER_CONFIG", ""));

        assertThat(settings.server().port()).isEqualTo(3000);
        assertThat(settings.house().announce()).isEqualTo("incidents");
    }

    @Test
    void readsAListFromAVariable() {
        Handbook handbook = SettingsFile.read(Map.of(
                        "MUSTER_SEVERITIES_SEV1_INVITE", "@ann , U0BOB,,S0SRE",
                        "MUSTER_ACTIONS_REMIND_BEFORE", "2d,1h",
                        "MUSTER_ROLES_IC_DUTIES", "Lead"))
                .house()
                .handbook();

        assertThat(handbook.rule(Severity.SEV1).invite()).containsExactly("@ann", "U0BOB", "S0SRE");
        assertThat(handbook.reminders().before()).containsExactly(Duration.ofDays(2), Duration.ofHours(1));
        assertThat(handbook.rule(Role.IC).duties()).containsExactly("Lead");
    }

    @Test
    void readsAListFromTheFileInPlaceOfTheShippedOne() throws IOException {
        Handbook handbook =
                read("actions:\n  remind-before: [3d, 20s]\n").house().handbook();

        assertThat(handbook.reminders().before()).containsExactly(Duration.ofDays(3), Duration.ofSeconds(20));
    }

    @Test
    void readsAValueFromTheFileThatItNames() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "xoxb-from-file\n");
        Path secret = Files.writeString(folder.resolve("secret"), "one,two\n");

        Settings settings =
                read("slack:\n  signing-secret: file:" + secret + "\n", Map.of("SLACK_BOT_TOKEN", "file:" + token));

        assertThat(settings.slack().botToken()).isEqualTo(new Secret("xoxb-from-file"));
        assertThat(settings.slack().signingSecrets()).containsExactly(new Secret("one"), new Secret("two"));
    }

    @Test
    void namesTheVariableWhoseFileCannotBeRead() {
        assertThatThrownBy(() -> SettingsFile.read(Map.of("SLACK_BOT_TOKEN", "file:/no/such/file")))
                .isInstanceOf(Mistake.class)
                .hasMessage("environment variable SLACK_BOT_TOKEN: cannot read the file /no/such/file: "
                        + "there is no such file. Check the path, and who may read it.");
    }

    @Test
    void namesThePlaceOfAnUnknownKeyAndGuessesWhatWasMeant() throws IOException {
        Path file = write("announce: ops\nseverities:\n  sev1:\n    updaet-every: 10m\n");

        assertThatThrownBy(() -> SettingsFile.read(environment(file, Map.of())))
                .isInstanceOf(Mistake.class)
                .hasMessageStartingWith(file + ":4:")
                .hasMessageContaining("there is no setting \"updaet-every\". Did you mean \"update-every\"?")
                .hasMessageMatching("(?s).*muster\\.yaml:4:\\d+: there is.*");
    }

    @Test
    void doesNotGuessWhatIsLikeNothing() throws IOException {
        Path file = write("xylophone: 1\n");

        assertThatThrownBy(() -> SettingsFile.read(environment(file, Map.of())))
                .isInstanceOf(Mistake.class)
                .hasMessageEndingWith("there is no setting \"xylophone\".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    severities: 15m         | "severities" takes settings below it here.
                    announce: [a, b]        | "announce" takes a single value here.
                    announce: {a: b}        | "announce" takes a single value here.
                    actions: {remind-before: 1d} | "remind-before" takes a list here.
                    slack:                  | "slack" takes settings below it here.
                    """)
    void saysWhatSortOfValueIsWanted(String yaml, String expected) throws IOException {
        Path file = write(yaml + "\n");

        assertThatThrownBy(() -> SettingsFile.read(environment(file, Map.of())))
                .isInstanceOf(Mistake.class)
                .hasMessageStartingWith(file + ":1:")
                .hasMessageEndingWith(expected);
    }

    @Test
    void namesThePlaceOfABadDuration() throws IOException {
        Path file = write("roles:\n  nudge-after: soon\n");

        assertThatThrownBy(() -> SettingsFile.read(environment(file, Map.of())))
                .isInstanceOf(Mistake.class)
                .hasMessage(file + ":2:3: roles.nudge-after: \"soon\" is no duration. "
                        + "Write 45s, 30m, 2h, 3d or PT30M.");
    }

    @ParameterizedTest
    @CsvSource({"0s", "-5m", "5 fortnights", "PT0S", "15"})
    void namesTheVariableOfABadDuration(String duration) {
        assertThatThrownBy(() -> SettingsFile.read(Map.of("MUSTER_SEVERITIES_SEV1_UPDATE_EVERY", duration)))
                .isInstanceOf(Mistake.class)
                .hasMessage("environment variable MUSTER_SEVERITIES_SEV1_UPDATE_EVERY: \"" + duration
                        + "\" is no duration. Write 45s, 30m, 2h, 3d or PT30M.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PORT                     | http     | "http" is not a port number, e.g. 3000.
                    MUSTER_ACTIONS_REMIND_AT | 9        | "9" is not a time of day, e.g. "09:00".
                    MUSTER_TIME_ZONE         | Mars     | "Mars" is not a time zone, e.g. UTC or Europe/Berlin.
                    MUSTER_CHANNEL_NAME      | inc      | "inc" is not a pattern with {number} in it.
                    """)
    void saysWhatIsWantedWhereAVariableIsNotThat(String variable, String value, String expected) {
        assertThatThrownBy(() -> SettingsFile.read(Map.of(variable, value)))
                .isInstanceOf(Mistake.class)
                .hasMessage("environment variable " + variable + ": " + expected);
    }

    @Test
    void namesThePlaceWhereAFileIsNotUtf8() throws IOException {
        Path file = Files.write(folder.resolve("muster.yaml"), new byte[] {'a', ':', '\n', 'b', (byte) 0xff});

        assertThatThrownBy(() -> SettingsFile.read(environment(file, Map.of())))
                .isInstanceOf(Mistake.class)
                .hasMessage(file + ":2:2: this is not UTF-8. Save the file as UTF-8.");
    }

    @Test
    void namesThePlaceWhereAFileIsNoYaml() throws IOException {
        Path file = write("announce: ops\nroles: [\n");

        assertThatThrownBy(() -> SettingsFile.read(environment(file, Map.of())))
                .isInstanceOf(Mistake.class)
                .hasMessageMatching("(?s)" + file + ":\\d+:\\d+: this is not valid YAML: .+")
                .hasMessageNotContaining("\n");
    }

    @Test
    void refusesAKeyThatIsSaidTwice() throws IOException {
        Path file = write("announce: ops\nannounce: dev\n");

        assertThatThrownBy(() -> SettingsFile.read(environment(file, Map.of())))
                .isInstanceOf(Mistake.class)
                .hasMessageStartingWith(file + ":2:")
                .hasMessageContaining("announce");
    }

    @Test
    void saysThatTheNamedFileIsNotThere() {
        assertThatThrownBy(() -> SettingsFile.read(Map.of("MUSTER_CONFIG", "/no/such.yaml")))
                .isInstanceOf(Mistake.class)
                .hasMessage("environment variable MUSTER_CONFIG: there is no file /no/such.yaml.");
    }

    @Test
    void takesAnEmptyFileForTheShippedSettings() throws IOException {
        assertThat(read("# nothing yet\n")).isEqualTo(SettingsFile.read(Map.of()));
    }

    @Test
    void neverPrintsASecret() {
        Settings settings = SettingsFile.read(
                Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_SIGNING_SECRET", "shh", "DATABASE_PASSWORD", "hush"));

        assertThat(settings.toString()).contains("***").doesNotContain("xoxb-1", "shh", "hush");
    }

    private static void assertRhythm(Handbook handbook, Severity severity, String updateEvery, String responseTime) {
        SeverityRule rule = handbook.rule(severity);
        assertThat(rule.updateEvery()).isEqualTo(Duration.parse(updateEvery));
        assertThat(rule.responseTime()).isEqualTo(Duration.parse(responseTime));
        assertThat(rule.escalation()).isNotEmpty();
    }

    private Settings read(String yaml) throws IOException {
        return read(yaml, Map.of());
    }

    private Settings read(String yaml, Map<String, String> more) throws IOException {
        return SettingsFile.read(environment(write(yaml), more));
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("muster.yaml"), yaml);
    }

    private static Map<String, String> environment(Path file, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("MUSTER_CONFIG", file.toString());
        return environment;
    }
}
