package dev.muster.main;

import dev.muster.scenario.score.Score;
import dev.muster.store.Database;
import dev.muster.store.Location;
import dev.muster.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What earlier rehearsals came to, carried over to the next, which begins with an empty database. */
final class CarriedScores {

    private final List<Score> scores;

    private CarriedScores(List<Score> scores) {
        this.scores = scores;
    }

    /** None where there is no such database, or none that can be read. */
    static CarriedScores from(Path database) {
        if (!Files.exists(database)) {
            return new CarriedScores(List.of());
        }
        try (Store store = open(database)) {
            return new CarriedScores(store.scores().list());
        } catch (RuntimeException e) {
            System.err.println("The scores of earlier rehearsals cannot be read and are left out: " + e.getMessage());
            return new CarriedScores(List.of());
        }
    }

    void into(Path database) {
        try (Store store = open(database)) {
            scores.forEach(store.scores()::keep);
        }
    }

    private static Store open(Path database) {
        Location location = new Location("jdbc:sqlite:" + database, Optional.empty(), Optional.empty());
        return Store.on(Database.open(location), InstantSource.system());
    }
}
