package dev.muster.store;

import dev.muster.desk.Scores;
import dev.muster.scenario.score.Score;
import java.util.List;

/** What rehearsals came to, in the database. What people said in them is not kept with it: that stands on the timeline alone. */
public final class JdbiScores implements Scores {

    private final Database database;

    public JdbiScores(Database database) {
        this.database = database;
    }

    @Override
    public void keep(Score score) {
        database.write(handle -> handle.createUpdate(
                        """
                        INSERT INTO scores (name, began, body) VALUES (:name, :began, :body)
                        ON CONFLICT (name) DO UPDATE SET body = excluded.body
                        """)
                .bind("name", score.name())
                .bind("began", score.began())
                .bind("body", StateJson.write(score.wordless()))
                .execute());
    }

    @Override
    public List<Score> list() {
        return database.read(handle -> handle.createQuery("SELECT body FROM scores ORDER BY began, name")
                .map((row, ctx) -> StateJson.read(row.getString("body"), Score.class))
                .list());
    }
}
