package dev.muster.config;

import dev.muster.desk.House;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Everything that can be set, read once and checked. */
public record Settings(House house, Slack slack, Database database, Server server, Path runbooks) {

    /** @param signingSecrets one, or two while one is being rotated */
    public record Slack(Secret botToken, List<Secret> signingSecrets, Secret appToken, String apiUrl) {}

    /** Where the database is. */
    public record Database(String url, Optional<String> user, Optional<Secret> password) {}

    /** Where it listens. */
    public record Server(String host, int port) {}
}
