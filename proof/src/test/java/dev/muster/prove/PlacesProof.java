package dev.muster.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.BotProcess;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.testing.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** It starts anywhere, or says in one line why not. */
class PlacesProof {

    private static final String WORDS = "café 🔥 数据库宕机";
    private static final List<String> FORMATS =
            Proof.isLong() ? List.of("jsonl", "json", "md", "html", "csv") : List.of("jsonl");

    private static final String HUSH = "hush-4711";

    @TempDir
    Path folder;

    /** What a command said and how it ended. */
    private record End(int status, String said) {}

    /**
     * Something that is wrong: a variable, or a line of the settings' file where there is no value.
     *
     * @param told words that must be said of it
     */
    private record Wrong(String name, String value, int status, String... told) {}

    private List<Wrong> wrongs(int taken) {
        return List.of(
                new Wrong("SLACK_BOT_TOKEN", "", 1, "SLACK_BOT_TOKEN", "is not set", "xoxb-…"),
                new Wrong("SLACK_BOT_TOKEN", HUSH + " x", 1, "SLACK_BOT_TOKEN", "begins with xoxb-", "copy it again"),
                new Wrong("SLACK_BOT_TOKEN", "xapp-" + HUSH, 1, "SLACK_BOT_TOKEN", "begins with xoxb-"),
                new Wrong("SLACK_APP_TOKEN", "xoxb-" + HUSH, 1, "SLACK_APP_TOKEN", "begins with xapp-"),
                new Wrong("SLACK_SIGNING_SECRET", "", 1, "SLACK_SIGNING_SECRET", "is not set"),
                new Wrong("SLACK_API_URL", "slack.com", 1, "SLACK_API_URL", "is not an address"),
                new Wrong("DATABASE_URL", "mysql://u:" + HUSH + "@h/x", 1, "DATABASE_URL", "is not jdbc:sqlite:PATH"),
                new Wrong(
                        "DATABASE_URL",
                        "jdbc:postgresql://127.0.0.1:1/x?password=" + HUSH,
                        1,
                        "127.0.0.1:1/x",
                        "does not answer",
                        "See that it runs"),
                new Wrong(
                        "DATABASE_URL", "jdbc:postgresql://nowhere.invalid/x", 1, "nowhere.invalid", "does not answer"),
                new Wrong("DATABASE_URL", noSuchDatabase(), 1, "no database of that name", "createdb"),
                new Wrong(
                        "DATABASE_URL",
                        "jdbc:sqlite:/proc/nowhere/muster.db",
                        1,
                        "/proc/nowhere/muster.db",
                        "may not be written to",
                        "set DATABASE_URL"),
                new Wrong("DATABASE_URL", "jdbc:sqlite:" + folder, 1, "is a folder", "Name a file"),
                new Wrong(
                        "DATABASE_PASSWORD",
                        "file:/nowhere/password",
                        1,
                        "DATABASE_PASSWORD",
                        "cannot read the file /nowhere/password"),
                new Wrong(
                        "PORT",
                        String.valueOf(taken),
                        1,
                        "PORT",
                        "cannot listen at 127.0.0.1:" + taken,
                        "Stop what listens there"),
                new Wrong("PORT", "http", 1, "PORT", "\"http\" is not a port number"),
                new Wrong("PORT", "70000", 1, "PORT", "is not a port number"),
                new Wrong("HOST", "nowhere.invalid", 1, "cannot listen at nowhere.invalid"),
                new Wrong(
                        "MUSTER_CONFIG",
                        "/nowhere/muster.yaml",
                        1,
                        "MUSTER_CONFIG",
                        "there is no file /nowhere/muster.yaml"),
                new Wrong(
                        "MUSTER_RUNBOOKS", "/nowhere/books", 1, "MUSTER_RUNBOOKS", "there is no folder /nowhere/books"),
                new Wrong(
                        "MUSTER_SCENARIOS",
                        "/nowhere/plays",
                        1,
                        "MUSTER_SCENARIOS",
                        "there is no folder /nowhere/plays"),
                new Wrong("MUSTER_TIME_ZONE", "Europe/Atlantis", 1, "MUSTER_TIME_ZONE", "is not a time zone"),
                new Wrong("MUSTER_SEVERITIES_SEV1_UPDATE_EVERY", "-5m", 1, "UPDATE_EVERY", "is no duration"),
                new Wrong("anounce: war-room", "", 1, "muster.yaml:1:1", "Did you mean \"announce\"?"),
                new Wrong("severities: {sev1: 5}", "", 1, "muster.yaml:1:14", "takes settings below it"),
                new Wrong("announce: [war-room", "", 1, "muster.yaml:", "this is not valid YAML"),
                new Wrong("severities: {sev1: {escalation: []}}", "", 1, "escalation", "nobody", "Name at least one"),
                new Wrong("severities: {sev1: {escalation: ['']}}", "", 1, "escalation", "nobody"));
    }

    @Test
    void saysWhyItDoesNotStart() throws Exception {
        Proof.that(
                        Part.OPERATION,
                        "places: what is wrong with the settings is said in one line, without a secret in it")
                .seenRed(
                        "the address of a database said again with its password; no words for a server that does not answer")
                .rounds(5, 27)
                .holds(trial -> {
                    try (Site site = Site.on(Databases.sqlite(folder));
                            ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
                        List<Wrong> all = new ArrayList<>(wrongs(taken.getLocalPort()));
                        java.util.Collections.shuffle(all, trial.random);
                        for (Wrong wrong : all.subList(0, Math.min(trial.rounds, all.size()))) {
                            trial.step("%s=%s", wrong.name(), wrong.value());
                            assertTold(site, wrong);
                        }
                        return "%d of %d mistakes, each told in one line within seconds"
                                .formatted(Math.min(trial.rounds, all.size()), all.size());
                    }
                });
    }

    private void assertTold(Site site, Wrong wrong) throws Exception {
        boolean isLine = wrong.name().contains(":");
        Path file = folder.resolve("muster.yaml");
        Files.writeString(file, isLine ? wrong.name() + "\n" : "");
        Map<String, String> more = new java.util.HashMap<>(Map.of("MUSTER_CONFIG", file.toString()));
        if (!isLine) {
            more.put(wrong.name(), wrong.value());
        }
        assertOneLine(
                run(List.of(), BotRig.environment(site.workspace, site.database, more), "serve"),
                wrong.status(),
                wrong.told());
    }

    private static void assertOneLine(End end, int status, String... told) {
        assertThat(end.said()).contains(told).doesNotContain(HUSH, "Exception:", "\tat ");
        assertThat(end.said().lines()).as(end.said()).hasSize(1);
        assertThat(end.status()).isEqualTo(status);
    }

    private static End run(List<String> before, Map<String, String> environment, String... command) throws Exception {
        Process process = BotProcess.launch(before, environment, command);
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new End(process.waitFor(), said);
    }

    private static String noSuchDatabase() {
        return Databases.postgres().replaceFirst("/muster\\d+", "/nothing");
    }

    @Test
    void speaksTheSameInAnyLocale() throws Exception {
        Proof.that(Part.OPERATION, "places: in locale C and with nothing in its environment it keeps every letter")
                .seenRed("exports in the locale's own letters")
                .rounds(1, 4)
                .holds(trial -> {
                    for (int round = 0; round < trial.rounds; round++) {
                        Path place = Files.createDirectory(folder.resolve("locale" + round));
                        try (Site site = Site.on(Databases.sqlite(place))) {
                            List<String> bare = bare(site);
                            site.start(bare);
                            String room = site.declare("sev3 " + WORDS);
                            site.settle();
                            site.workspace.as("ann").post(room, WORDS + " again");
                            site.say("ann", room, "note " + WORDS + " noted");
                            site.settle();
                            assertThat(site.workspace
                                                    .channel(room)
                                                    .orElseThrow()
                                                    .path("topic")
                                                    .toString()
                                            + Said.in(site.workspace, room))
                                    .contains(WORDS);
                            for (String format : FORMATS) {
                                String said = run(bare, Map.of(), "timeline", "export", "INC-1", "--format", format)
                                        .said();
                                assertThat(said).as(format).contains(WORDS, WORDS + " again", WORDS + " noted");
                                assertThat(said)
                                        .isEqualTo(site.type("timeline", "export", "INC-1", "--format", format)
                                                .ok());
                            }
                        }
                    }
                    return "%d starts, exports as %s the same to the byte"
                            .formatted(trial.rounds, String.join(", ", FORMATS));
                });
    }

    /** Only what is needed, by `env -i`. */
    private static List<String> bare(Site site) {
        List<String> before = new ArrayList<>(List.of("env", "-i", "LC_ALL=C", "LANG=C"));
        BotRig.environment(site.workspace, site.database, Map.of())
                .forEach((name, value) -> before.add(name + "=" + value));
        return before;
    }

    @Test
    void leavesAloneWhatItMayNotUse() throws Exception {
        Proof.that(
                        Part.OPERATION,
                        "places: a database that is not to be written, damaged, in use or newer is left as it is")
                .seenRed(
                        "a file that may only be read found out too late; the file not looked through before it is opened")
                .rounds(2, 60)
                .holds(trial -> {
                    try (Site site = Site.on(Databases.sqlite(folder))) {
                        BotProcess first = site.start();
                        String room = site.declare("sev3 Kept");
                        site.settle();
                        Map<String, String> same = BotRig.environment(site.workspace, site.database, Map.of());
                        assertOneLine(
                                run(List.of(), same, "serve"),
                                1,
                                "another bot works on this database",
                                "Stop it first");
                        assertThat(site.say("ann", room, "note it goes on").ok())
                                .isTrue();
                        assertThat(first.stop()).isIn(0, 143);
                        assertNotWritten(site);
                        int noticed = 0;
                        for (int round = 0; round < trial.rounds; round++) {
                            noticed += damaged(site, trial, round) ? 1 : 0;
                        }
                        new Disk(site.database).run("INSERT INTO migrations (version) VALUES (4242)");
                        assertOneLine(run(List.of(), same, "serve"), 1, "newer program", "4242", "restore a backup");
                        return "%d files cut short or with bytes flipped; the %d that SQLite finds damaged refused and left alone"
                                .formatted(trial.rounds, noticed);
                    }
                });
    }

    /** Somebody else's folder, and then a file that somebody else may only read. */
    private void assertNotWritten(Site site) throws Exception {
        Path place = Files.createTempDirectory("muster-places");
        Path jar = Files.copy(Path.of(System.getProperty("muster.jar")), place.resolve("muster.jar"));
        Path there = Files.copy(Path.of(site.database.substring("jdbc:sqlite:".length())), place.resolve("muster.db"));
        for (Path path : List.of(place, jar, there)) {
            Files.setPosixFilePermissions(
                    path,
                    PosixFilePermissions.fromString(
                            Files.isDirectory(path) || path.equals(jar) ? "rwxr-xr-x" : "r--r--r--"));
        }
        byte[] before = Files.readAllBytes(there);
        Map<String, String> environment = BotRig.environment(
                site.workspace,
                "jdbc:sqlite:" + there,
                Map.of("MUSTER_CONFIG", "", "MUSTER_RUNBOOKS", "", "MUSTER_SCENARIOS", ""));
        assertOneLine(
                asNobody(place, environment), 1, there.toString(), "may not be written to", "Nothing was written");
        assertThat(list(place)).containsExactly("muster.db", "muster.jar");
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertOneLine(
                asNobody(place, environment), 1, there.toString(), "may not be written to", "Nothing was written");
        assertThat(Files.readAllBytes(there)).isEqualTo(before);
        for (String name : list(place)) {
            Files.delete(place.resolve(name));
        }
        Files.delete(place);
    }

    private static End asNobody(Path place, Map<String, String> environment) throws Exception {
        boolean isRoot = System.getProperty("user.name").equals("root");
        List<String> line = new ArrayList<>(
                isRoot ? List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups") : List.of());
        line.addAll(List.of(
                "java",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                place.resolve("muster.jar").toString(),
                "serve"));
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).directory(place.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new End(process.waitFor(), said);
    }

    /** Whether a copy that was tampered with is damaged in the eyes of SQLite; then the bot refuses it, and leaves it alone. */
    private boolean damaged(Site site, Trial trial, int round) throws Exception {
        byte[] bytes = Files.readAllBytes(Path.of(site.database.substring("jdbc:sqlite:".length())));
        if (round % 2 == 0) {
            bytes = Arrays.copyOf(bytes, 4096 + trial.random.nextInt(bytes.length - 4096));
        } else {
            int from = 4096 + trial.random.nextInt(bytes.length - 4096 - 64);
            for (int at = from; at < from + 64; at++) {
                bytes[at] = (byte) ~bytes[at];
            }
        }
        Path copy = Files.createDirectory(folder.resolve("damaged" + round)).resolve("muster.db");
        Files.write(copy, bytes);
        String url = "jdbc:sqlite:" + copy;
        if (isWhole(new Disk(url))) {
            return false;
        }
        End end = run(List.of(), BotRig.environment(site.workspace, url, Map.of()), "serve");
        trial.step("%d: %s", end.status(), end.said());
        assertOneLine(end, 1, copy.toString(), "is damaged", "Nothing in it was changed", "restore a backup");
        assertThat(Files.readAllBytes(copy)).isEqualTo(bytes);
        return true;
    }

    private static boolean isWhole(Disk disk) {
        try {
            return disk.texts("PRAGMA quick_check(1)").equals(List.of("ok"));
        } catch (IllegalStateException damaged) {
            return false;
        }
    }

    private static List<String> list(Path place) {
        try (var files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
