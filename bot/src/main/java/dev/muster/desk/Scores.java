package dev.muster.desk;

import dev.muster.scenario.score.Score;
import java.util.List;

/** What rehearsals came to. Safe for many threads. */
public interface Scores {

    /** In the place of what was kept of the same rehearsal before. */
    void keep(Score score);

    /** All, oldest first. */
    List<Score> list();

    /** Of the same scenario, and before this one; oldest first. */
    default List<Score> before(Score score) {
        return list().stream()
                .filter(one -> one.scenario().equals(score.scenario()))
                .filter(one -> one.began().isBefore(score.began()))
                .toList();
    }
}
