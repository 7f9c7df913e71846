package dev.muster.prove;

import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the settings is said in one line, and it does not start. */
class MistakesProof {

    @TempDir
    Path folder;

    @Test
    void saysWhyItDoesNotStart() throws Exception {
        Proof.that(Part.OPERATION, "what is wrong with the settings is said in one line, without a secret in it")
                .seenRed("the address of a database said again with its password")
                .rounds(5, 27)
                .holds(trial -> {
                    try (Site site = Site.on(Databases.sqlite(folder));
                            ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
                        List<Wrong> all = new ArrayList<>(wrongs(taken.getLocalPort()));
                        Collections.shuffle(all, trial.random);
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
        Map<String, String> more = new HashMap<>(Map.of("MUSTER_CONFIG", file.toString()));
        if (!isLine) {
            more.put(wrong.name(), wrong.value());
        }
        Ended.of(List.of(), BotRig.environment(site.workspace, site.database, more), "serve")
                .assertRefused(wrong.told());
    }

    /**
     * Something that is wrong: a variable, or a line of the settings' file where there is no value.
     *
     * @param told words that must be said of it
     */
    private record Wrong(String name, String value, String... told) {}

    private List<Wrong> wrongs(int taken) {
        return List.of(
                new Wrong("SLACK_BOT_TOKEN", "", "SLACK_BOT_TOKEN", "is not set", "xoxb-…"),
                new Wrong(
                        "SLACK_BOT_TOKEN", Ended.HUSH + " x", "SLACK_BOT_TOKEN", "begins with xoxb-", "copy it again"),
                new Wrong("SLACK_BOT_TOKEN", "xapp-" + Ended.HUSH, "SLACK_BOT_TOKEN", "begins with xoxb-"),
                new Wrong("SLACK_APP_TOKEN", "xoxb-" + Ended.HUSH, "SLACK_APP_TOKEN", "begins with xapp-"),
                new Wrong("SLACK_SIGNING_SECRET", "", "SLACK_SIGNING_SECRET", "is not set"),
                new Wrong("SLACK_API_URL", "slack.com", "SLACK_API_URL", "is not an address"),
                new Wrong(
                        "DATABASE_URL", "mysql://u:" + Ended.HUSH + "@h/x", "DATABASE_URL", "is not jdbc:sqlite:PATH"),
                new Wrong(
                        "DATABASE_URL",
                        "jdbc:postgresql://127.0.0.1:1/x?password=" + Ended.HUSH,
                        "127.0.0.1:1/x",
                        "does not answer",
                        "See that it runs"),
                new Wrong("DATABASE_URL", "jdbc:postgresql://nowhere.invalid/x", "nowhere.invalid", "does not answer"),
                new Wrong("DATABASE_URL", noSuchDatabase(), "no database of that name", "createdb"),
                new Wrong(
                        "DATABASE_URL",
                        "jdbc:sqlite:/proc/nowhere/muster.db",
                        "/proc/nowhere/muster.db",
                        "may not be written to",
                        "set DATABASE_URL"),
                new Wrong("DATABASE_URL", "jdbc:sqlite:" + folder, "is a folder", "Name a file"),
                new Wrong(
                        "DATABASE_PASSWORD",
                        "file:/nowhere/password",
                        "DATABASE_PASSWORD",
                        "cannot read the file /nowhere/password"),
                new Wrong(
                        "PORT",
                        String.valueOf(taken),
                        "PORT",
                        "cannot listen at 127.0.0.1:" + taken,
                        "Stop what listens there"),
                new Wrong("PORT", "http", "PORT", "\"http\" is not a port number"),
                new Wrong("PORT", "70000", "PORT", "is not a port number"),
                new Wrong("HOST", "nowhere.invalid", "cannot listen at nowhere.invalid"),
                new Wrong(
                        "MUSTER_CONFIG",
                        "/nowhere/muster.yaml",
                        "MUSTER_CONFIG",
                        "there is no file /nowhere/muster.yaml"),
                new Wrong("MUSTER_RUNBOOKS", "/nowhere/books", "MUSTER_RUNBOOKS", "there is no folder /nowhere/books"),
                new Wrong(
                        "MUSTER_SCENARIOS", "/nowhere/plays", "MUSTER_SCENARIOS", "there is no folder /nowhere/plays"),
                new Wrong("MUSTER_TIME_ZONE", "Europe/Atlantis", "MUSTER_TIME_ZONE", "is not a time zone"),
                new Wrong("MUSTER_SEVERITIES_SEV1_UPDATE_EVERY", "-5m", "UPDATE_EVERY", "is no duration"),
                new Wrong("anounce: war-room", "", "muster.yaml:1:1", "Did you mean \"announce\"?"),
                new Wrong("severities: {sev1: 5}", "", "muster.yaml:1:14", "takes settings below it"),
                new Wrong("announce: [war-room", "", "muster.yaml:", "this is not valid YAML"),
                new Wrong("severities: {sev1: {escalation: []}}", "", "escalation", "nobody", "Name at least one"),
                new Wrong("severities: {sev1: {escalation: ['']}}", "", "escalation", "nobody"));
    }

    private static String noSuchDatabase() {
        return Databases.postgres().replaceFirst("/muster\\d+", "/nothing");
    }
}
