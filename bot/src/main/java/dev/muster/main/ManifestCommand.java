package dev.muster.main;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.muster.config.Mistake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what Slack needs to know to make the app. */
@Command(
        name = "manifest",
        description = "Prints the manifest to create the Slack app from.",
        mixinStandardHelpOptions = true)
final class ManifestCommand implements Callable<Integer> {

    @Option(
            names = "--url",
            defaultValue = "",
            description = "The bot's public address, https://…; not for Socket Mode")
    private String url = "";

    @Option(names = "--socket", description = "For Socket Mode: Slack needs no way to the bot")
    private boolean socket;

    @Override
    public Integer call() throws IOException {
        if (!socket && !url.matches("https://[^\\s/]+[^\\s]*")) {
            throw new Mistake(
                    "--url",
                    "is missing or not https://…. Name the address Slack reaches the bot by, or use --socket.");
        }
        String manifest = shipped();
        System.out.print(
                socket
                        ? manifest.replaceAll("(?m)^.*\\{\\{url}}.*\\R", "")
                                .replace("socket_mode_enabled: false", "socket_mode_enabled: true")
                        : manifest.replace("{{url}}", url.replaceFirst("/+$", "")));
        return 0;
    }

    /** What the bot's token must be allowed to do. */
    static Set<String> scopes() throws IOException {
        JsonNode manifest = new YAMLMapper().readTree(shipped().replace("{{url}}", "https://example.com"));
        Set<String> scopes = new TreeSet<>();
        manifest.at("/oauth_config/scopes/bot").forEach(scope -> scopes.add(scope.asText()));
        return scopes;
    }

    private static String shipped() throws IOException {
        String resource = "/config/slack-manifest.yaml";
        try (InputStream in = Objects.requireNonNull(Main.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
