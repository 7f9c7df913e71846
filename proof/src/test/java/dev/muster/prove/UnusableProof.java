package dev.muster.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.BotProcess;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.testing.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that cannot be used is left as it is, and that is said. */
class UnusableProof {

    private static final int PAGE = 4096;
    private static final int FLIPPED = 64;

    @TempDir
    Path folder;

    @Test
    void leavesAloneWhatItMayNotUse() throws Exception {
        Proof.that(Part.OPERATION, "a database that is not to be written, damaged, in use or newer is left as it is")
                .seenRed(
                        "a file that may only be read found out too late; the file not looked through before it is opened")
                .rounds(2, 60)
                .holds(trial -> {
                    try (Site site = Site.on(Databases.sqlite(folder))) {
                        Map<String, String> same = BotRig.environment(site.workspace, site.database, Map.of());
                        assertOnlyOne(site, same);
                        assertNotWritten(site);
                        int damaged = 0;
                        for (int round = 0; round < trial.rounds; round++) {
                            damaged += isDamaged(site, trial, round) ? 1 : 0;
                        }
                        new Disk(site.database).run("INSERT INTO migrations (version) VALUES (4242)");
                        Ended.of(List.of(), same, "serve").assertRefused("newer program", "4242", "restore a backup");
                        return "%d files cut short or with bytes flipped; the %d that SQLite finds damaged refused and left alone"
                                .formatted(trial.rounds, damaged);
                    }
                });
    }

    /** The second process ends, and the first goes on. */
    private static void assertOnlyOne(Site site, Map<String, String> same) throws Exception {
        BotProcess first = site.start();
        String room = site.declare("sev3 Kept");
        site.settle();
        Ended.of(List.of(), same, "serve").assertRefused("another bot works on this database", "Stop it first");
        assertThat(site.say("ann", room, "note it goes on").ok()).isTrue();
        assertThat(first.stop()).isIn(0, 143);
    }

    /** Somebody else's folder, and then a file that somebody else may only read. */
    private void assertNotWritten(Site site) throws Exception {
        Path place = Files.createTempDirectory("muster-places");
        Path jar = Files.copy(Path.of(System.getProperty("muster.jar")), place.resolve("muster.jar"));
        Path there = Files.copy(file(site), place.resolve("muster.db"));
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
        asNobody(place, environment).assertRefused(there.toString(), "may not be written to", "Nothing was written");
        assertThat(list(place)).containsExactly("muster.db", "muster.jar");
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwxrwx"));
        asNobody(place, environment).assertRefused(there.toString(), "may not be written to", "Nothing was written");
        assertThat(Files.readAllBytes(there)).isEqualTo(before);
        for (String name : list(place)) {
            Files.delete(place.resolve(name));
        }
        Files.delete(place);
    }

    private static Ended asNobody(Path place, Map<String, String> environment) throws Exception {
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
        return Ended.of(builder.start());
    }

    /** Whether a copy that was tampered with is damaged in the eyes of SQLite; then the bot refuses it, and leaves it alone. */
    private boolean isDamaged(Site site, Trial trial, int round) throws Exception {
        byte[] bytes = tampered(Files.readAllBytes(file(site)), trial.random, round % 2 == 0);
        Path copy = Files.createDirectory(folder.resolve("damaged" + round)).resolve("muster.db");
        Files.write(copy, bytes);
        String url = "jdbc:sqlite:" + copy;
        if (isWhole(new Disk(url))) {
            return false;
        }
        Ended end = Ended.of(List.of(), BotRig.environment(site.workspace, url, Map.of()), "serve");
        trial.step("%d: %s", end.status(), end.said());
        end.assertRefused(copy.toString(), "is damaged", "Nothing in it was changed", "restore a backup");
        assertThat(Files.readAllBytes(copy)).isEqualTo(bytes);
        return true;
    }

    /** Cut short, or with some bytes flipped; the first page is as it was. */
    private static byte[] tampered(byte[] whole, Random random, boolean isCut) {
        int from = PAGE + random.nextInt(whole.length - PAGE - FLIPPED);
        if (isCut) {
            return Arrays.copyOf(whole, from);
        }
        for (int at = from; at < from + FLIPPED; at++) {
            whole[at] = (byte) ~whole[at];
        }
        return whole;
    }

    private static Path file(Site site) {
        return Path.of(site.database.substring("jdbc:sqlite:".length()));
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
