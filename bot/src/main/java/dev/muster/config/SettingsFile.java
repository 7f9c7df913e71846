package dev.muster.config;

import dev.muster.desk.House;
import dev.muster.incident.ChannelName;
import dev.muster.incident.Criterion;
import dev.muster.incident.Gate;
import dev.muster.incident.Guess;
import dev.muster.incident.Handbook;
import dev.muster.incident.Handbook.PressRule;
import dev.muster.incident.Handbook.ReminderRule;
import dev.muster.incident.Handbook.RoleRule;
import dev.muster.incident.Handbook.SeverityRule;
import dev.muster.incident.Handbook.WatchRule;
import dev.muster.incident.Hours;
import dev.muster.incident.Role;
import dev.muster.incident.Severity;
import dev.muster.incident.Watch;
import dev.muster.incident.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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
        Optional<YamlFile> own = exists ? Optional.of(new YamlFile(file.toString(), text(file))) : Optional.empty();
        YamlFile shipped = new YamlFile("shipped settings", shipped());
        return new SettingsFile(new SettingsTree(shipped, own, environment)).settings();
    }

    private Settings settings() {
        int port = parse("server.port", SettingsFile::port, "a port number, e.g. 3000");
        return new Settings(
                house(port),
                new PolicySettings(tree).table(),
                slack(),
                database(),
                new Settings.Server(tree.text("server.host"), port),
                retention(),
                Path.of(tree.text("runbooks")));
    }

    private House house(int port) {
        String base = tree.text("server.base-url");
        return new House(
                tree.text("announce").replaceFirst("^#", ""),
                parse("channel-name", ChannelName::new, "a pattern with {number} in it"),
                tree.text("video-link"),
                parse("actions.remind-at", LocalTime::parse, "a time of day, e.g. \"09:00\""),
                parse("time-zone", ZoneId::of, "a time zone, e.g. UTC or Europe/Berlin"),
                base.isBlank()
                        ? URI.create("http://localhost:" + port + "/")
                        : parse(
                                "server.base-url",
                                SettingsFile::address,
                                "an address, e.g. https://muster.example.com"),
                handbook(),
                new OutsideSettings(tree).wordings());
    }

    private Handbook handbook() {
        Map<Severity, SeverityRule> severities = new EnumMap<>(Severity.class);
        Arrays.stream(Severity.values()).forEach(severity -> severities.put(severity, rule("severities." + severity)));
        Map<Role, RoleRule> roles = new EnumMap<>(Role.class);
        Arrays.stream(Role.values())
                .forEach(role -> roles.put(
                        role,
                        new RoleRule(
                                tree.list("roles." + role + ".duties"),
                                tree.text("roles." + role + ".authority"),
                                tree.list("roles." + role + ".checklist"))));
        List<Duration> before = tree.list("actions.remind-before").stream()
                .map(text -> duration("actions.remind-before", text))
                .toList();
        return new Handbook(
                severities,
                roles,
                duration("roles.nudge-after"),
                Map.of(
                        Criterion.UNCLEAR, duration("escalation.not-understood-after"),
                        Criterion.UNMITIGATED, duration("escalation.not-mitigated-after"),
                        Criterion.LASTING, duration("escalation.lasting-longer-than"),
                        Criterion.CRITICAL, duration("escalation.critical-service-after"),
                        Criterion.WATCHED, duration("escalation.public-interest-after")),
                new ReminderRule(
                        before,
                        duration("actions.repeat-every"),
                        hours(),
                        count("actions.tell-channel-after"),
                        count("actions.tell-lead-after")),
                new ServiceSettings(tree).catalogue(),
                tree.list("closing.requires").stream().map(this::gate).collect(Collectors.toSet()),
                new PressRule(duration("updates.direct-after"), duration("updates.escalate-after")),
                Arrays.stream(Watch.values()).collect(Collectors.toMap(watch -> watch, this::watch)));
    }

    private Hours hours() {
        Set<DayOfWeek> days =
                tree.list("actions.working-days").stream().map(this::day).collect(Collectors.toSet());
        LocalTime from = time("actions.working-from");
        LocalTime to = time("actions.working-to");
        if (!from.isBefore(to) || days.isEmpty()) {
            throw tree.mistake(
                    "actions.working-to", "nobody works then: write a later time than working-from, and some days.");
        }
        return new Hours(from, to, days);
    }

    private LocalTime time(String path) {
        return parse(path, LocalTime::parse, "a time of day, e.g. \"09:00\"");
    }

    private DayOfWeek day(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> word.length() >= 3 && day.name().startsWith(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> tree.mistake(
                        "actions.working-days",
                        "\"" + word + "\" is no day. Write mon, tue, wed, thu, fri, sat, sun."));
    }

    private int count(String path) {
        return parse(path, SettingsFile::positive, "a whole number from 1, e.g. 2");
    }

    private static int positive(String text) {
        int number = Integer.parseInt(text);
        if (number < 1) {
            throw new IllegalArgumentException("number: " + number + " (expected: from 1)");
        }
        return number;
    }

    private WatchRule watch(Watch watch) {
        return new WatchRule(duration("watches." + watch + ".after"), tree.text("watches." + watch + ".say"));
    }

    private Gate gate(String word) {
        List<String> known = Arrays.stream(Gate.values()).map(Gate::toString).toList();
        return Gate.find(word)
                .orElseThrow(() -> tree.mistake(
                        "closing.requires",
                        "there is no \"%s\" to ask for.%s Write any of %s."
                                .formatted(word, Guess.sentence(word, known), String.join(", ", known))));
    }

    private SeverityRule rule(String path) {
        return new SeverityRule(
                tree.text(path + ".meaning"),
                duration(path + ".update-every"),
                duration(path + ".response-time"),
                tree.list(path + ".escalation"),
                tree.list(path + ".invite"));
    }

    private Settings.Retention retention() {
        Map<Severity, Duration> timelines = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            String path = "retention.timelines." + severity;
            if (!tree.text(path).equals("forever")) {
                timelines.put(severity, duration(path));
            }
        }
        return new Settings.Retention(duration("retention.raw"), timelines);
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
                tree.text("slack.api-url").replaceFirst("/*$", "/"));
    }

    private Settings.Database database() {
        Optional<String> user = Optional.of(tree.text("database.user")).filter(text -> !text.isBlank());
        Optional<Secret> password =
                Optional.of(new Secret(tree.text("database.password"))).filter(Secret::isPresent);
        return new Settings.Database(
                parse("database.url", SettingsFile::database, "jdbc:sqlite:PATH or jdbc:postgresql://HOST/NAME"),
                user,
                password);
    }

    private Duration duration(String path) {
        return duration(path, tree.text(path));
    }

    private Duration duration(String path, String text) {
        return Words.duration(text)
                .filter(duration -> !duration.isZero())
                .orElseThrow(
                        () -> tree.mistake(path, "\"" + text + "\" is no duration. Write 45s, 30m, 2h, 3d or PT30M."));
    }

    private <T> T parse(String path, Function<String, T> parser, String wanted) {
        String text = tree.text(path);
        try {
            return parser.apply(text);
        } catch (RuntimeException e) {
            throw tree.mistake(path, "\"" + text + "\" is not " + wanted + ".");
        }
    }

    private static int port(String text) {
        int port = Integer.parseInt(text);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port: " + port + " (expected: 0 to 65535)");
        }
        return port;
    }

    private static URI address(String text) {
        URI address = URI.create(text.replaceFirst("/*$", "/"));
        if (address.getHost() == null) {
            throw new IllegalArgumentException("address: " + text + " (expected: with a host)");
        }
        return address;
    }

    /** Which databases there are is the store's to know; that it is one of them is said where it was set. */
    private static String database(String text) {
        if (!text.matches("jdbc:(sqlite|postgresql):.+")) {
            throw new IllegalArgumentException("database url: " + text);
        }
        return text;
    }

    private static String shipped() {
        String resource = "/config/muster.yaml";
        try (InputStream in = Objects.requireNonNull(SettingsFile.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Mistake(file.toString(), "cannot be read (" + e.getClass().getSimpleName() + ").");
        }
    }
}
