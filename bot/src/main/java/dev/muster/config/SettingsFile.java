package dev.muster.config;

import dev.muster.desk.House;
import dev.muster.incident.ChannelName;
import dev.muster.incident.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads the settings: the shipped file, a person's own over it, and the environment over both. */
public final class SettingsFile {

    private final SettingsTree tree;

    private SettingsFile(SettingsTree tree) {
        this.tree = tree;
    }

    /**
     * Reads and checks everything.
     *
     * @param environment the variables of the process; {@code MUSTER_CONFIG} names the file
     * @throws Mistake for the first thing that is wrong
     */
    public static Settings read(Map<String, String> environment) {
        String named = environment.getOrDefault("MUSTER_CONFIG", "");
        Path file = Path.of(named.isBlank() ? "config/muster.yaml" : named);
        boolean exists = Files.isRegularFile(file);
        if (!exists && !named.isBlank()) {
            throw new Mistake("environment variable MUSTER_CONFIG", "there is no file " + file + ".");
        }
        Optional<YamlFile> own =
                exists ? Optional.of(new YamlFile(file.toString(), TextFile.read(file))) : Optional.empty();
        YamlFile shipped = new YamlFile("shipped settings", shipped());
        return new SettingsFile(new SettingsTree(shipped, own, environment)).settings();
    }

    private Settings settings() {
        int port = tree.parse("server.port", SettingsFile::port, "a port number, e.g. 3000");
        return new Settings(
                house(port),
                new TemplateSettings(tree).templates(),
                new PolicySettings(tree).table(),
                slack(),
                database(),
                new Settings.Server(tree.text("server.host"), port),
                retention(),
                new DigestSettings(tree).digest(),
                folder("runbooks", "runbooks"),
                folder("scenarios", "config/scenarios"),
                new ExecutionSettings(tree, "execution").execution(),
                new ExecutionSettings(tree, "execution.test").execution(),
                service("postmortem.webhook", "secret", Optional.empty()),
                service("drafting", "key", Optional.of("drafting.model")));
    }

    private House house(int port) {
        String base = tree.text("server.base-url");
        return new House(
                tree.text("announce").replaceFirst("^#", ""),
                tree.parse("channel-name", ChannelName::new, "a pattern with {number} in it"),
                tree.text("video-link"),
                tree.time("actions.remind-at"),
                tree.parse("time-zone", ZoneId::of, "a time zone, e.g. UTC or Europe/Berlin"),
                base.isBlank()
                        ? URI.create("http://localhost:" + port + "/")
                        : tree.parse(
                                "server.base-url",
                                SettingsFile::address,
                                "an address, e.g. https://muster.example.com"),
                new HandbookSettings(tree).handbook(),
                new OutsideSettings(tree).wordings());
    }

    /** A program outside that is told or asked nothing unless it is named. */
    private Optional<Settings.Service> service(String path, String secret, Optional<String> model) {
        if (tree.text(path + ".url").isBlank()) {
            return Optional.empty();
        }
        String named = model.map(tree::text).orElse("");
        model.filter(setting -> named.isBlank()).ifPresent(setting -> {
            throw tree.mistake(setting, "nothing is named here. Name the model that is to be asked.");
        });
        return Optional.of(new Settings.Service(
                tree.parse(path + ".url", SettingsFile::web, "an address, e.g. https://example.com/muster"),
                new Secret(tree.text(path + "." + secret)),
                named));
    }

    /** Whether it can be reached is found out later. */
    private static String api(String text) {
        if (!text.matches("https?://.+")) {
            throw new IllegalArgumentException("address: " + text + " (expected: http or https)");
        }
        return text.replaceFirst("/*$", "/");
    }

    private static URI web(String text) {
        URI address = URI.create(text);
        if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("address: " + text + " (expected: http or https, with a host)");
        }
        return address;
    }

    private Settings.Retention retention() {
        Map<Severity, Duration> timelines = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            String path = "retention.timelines." + severity;
            if (!tree.text(path).equals("forever")) {
                timelines.put(severity, tree.duration(path));
            }
        }
        return new Settings.Retention(tree.duration("retention.raw"), timelines);
    }

    private Settings.Slack slack() {
        List<Secret> secrets = Arrays.stream(tree.text("slack.signing-secret").split(","))
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .map(Secret::new)
                .toList();
        return new Settings.Slack(
                new Secret(tree.text("slack.bot-token")),
                secrets,
                new Secret(tree.text("slack.app-token")),
                tree.parse("slack.api-url", SettingsFile::api, "an address, e.g. https://slack.com/api/"),
                tree.parse("slack.share", SettingsFile::share, "a number above 0, e.g. 1"));
    }

    private Settings.Database database() {
        Optional<String> user = Optional.of(tree.text("database.user")).filter(text -> !text.isBlank());
        Optional<Secret> password =
                Optional.of(new Secret(tree.text("database.password"))).filter(Secret::isPresent);
        return new Settings.Database(databaseUrl(), user, password);
    }

    /** It may have a password in it, so it is not said again. */
    private String databaseUrl() {
        String url = tree.text("database.url");
        if (!url.matches("jdbc:(sqlite|postgresql):.+")) {
            throw tree.mistake("database.url", "is not jdbc:sqlite:PATH or jdbc:postgresql://HOST/NAME.");
        }
        return url;
    }

    /** A folder that somebody named is there; the one that is looked for from the start need not be. */
    private Path folder(String path, String usual) {
        Path folder = Path.of(tree.text(path));
        if (!folder.equals(Path.of(usual)) && !Files.isDirectory(folder)) {
            throw tree.mistake(path, "there is no folder " + folder + ". Make it, or name another.");
        }
        return folder;
    }

    private static int port(String text) {
        int port = Integer.parseInt(text);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port: " + port + " (expected: 0 to 65535)");
        }
        return port;
    }

    private static double share(String text) {
        double share = Double.parseDouble(text);
        if (!(share > 0) || share > 1000) {
            throw new IllegalArgumentException("share: " + share + " (expected: above 0, at most 1000)");
        }
        return share;
    }

    private static URI address(String text) {
        URI address = URI.create(text.replaceFirst("/*$", "/"));
        if (address.getHost() == null) {
            throw new IllegalArgumentException("address: " + text + " (expected: with a host)");
        }
        return address;
    }

    private static String shipped() {
        String resource = "/config/muster.yaml";
        try (InputStream in = Objects.requireNonNull(SettingsFile.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
