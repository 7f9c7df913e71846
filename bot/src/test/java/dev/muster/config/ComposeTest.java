package dev.muster.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The example of several processes: no engine runs it here, so what it says is read as the bot would read it. */
class ComposeTest {

    private static final Path FILE = Path.of("../config/compose.yaml");

    @TempDir
    Path secrets;

    @Test
    void givesBothProcessesSettingsThatTheBotTakes() throws IOException {
        for (String process : new String[] {"muster-1", "muster-2"}) {
            Settings settings = SettingsFile.read(environment(process));

            assertThat(settings.database().url()).isEqualTo("jdbc:postgresql://database/muster");
            assertThat(settings.database().user()).contains("muster");
            assertThat(settings.database().password()).contains(new Secret("of database-password"));
            assertThat(settings.slack().botToken()).isEqualTo(new Secret("of slack-bot-token"));
            assertThat(settings.slack().signingSecrets()).containsExactly(new Secret("of slack-signing-secret"));
            assertThat(settings.house().home()).hasToString("https://muster.example.com/");
        }
    }

    @Test
    void proxiesThePortAndTheHealthThatTheProcessesHave() throws IOException {
        String proxy = Files.readString(FILE.resolveSibling("Caddyfile"));
        int port = SettingsFile.read(environment("muster-1")).server().port();

        assertThat(proxy).contains("muster-1:" + port + " muster-2:" + port, "health_uri /health/ready");
        assertThat(services()).containsKeys("muster-1", "muster-2", "proxy", "database");
    }

    /** With the defaults of its variables, and secrets where the engine would put them. */
    private Map<String, String> environment(String process) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of("MUSTER_CONFIG", "../config/muster.yaml"));
        for (Map.Entry<String, Object> given :
                map(map(services().get(process)).get("environment")).entrySet()) {
            String value = given.getValue().toString().replaceAll("\\$\\{[A-Z_]+:-([^}]*)}", "$1");
            environment.put(given.getKey(), placed(value));
        }
        return environment;
    }

    private String placed(String value) throws IOException {
        String place = "file:/run/secrets/";
        if (!value.startsWith(place)) {
            return value;
        }
        String name = value.substring(place.length());
        assertThat(map(compose().get("secrets"))).containsKey(name);
        return "file:" + Files.writeString(secrets.resolve(name), "of " + name);
    }

    private static Map<String, Object> services() throws IOException {
        return map(compose().get("services"));
    }

    private static Map<String, Object> compose() throws IOException {
        return map(new Yaml().load(Files.readString(FILE)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }
}
