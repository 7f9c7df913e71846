package dev.muster.command;

import dev.muster.desk.DrillChores;
import dev.muster.desk.Drills;
import dev.muster.incident.Refusal;
import dev.muster.scenario.score.Paper;
import dev.muster.scenario.score.Score;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows what a rehearsal has come to. */
public final class ScoreVerb implements Verb {

    private final Drills drills;
    private final Handout handout;

    public ScoreVerb(Drills drills, Handout handout) {
        this.drills = drills;
        this.handout = handout;
    }

    @Override
    public String name() {
        return "score";
    }

    @Override
    public String purpose() {
        return "Shows how a drill goes: what was done in time, what to practise, and how it was last time.";
    }

    @Override
    public List<String> usages() {
        return List.of("score", "score export");
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.word("what").found();
    }

    @Override
    public Reply act(Request request) {
        if (!request.incident().facts().drill()) {
            throw new Refusal(
                    "%s is no drill, so nothing is counted. Try one: `/incident scenario`.".formatted(request.id()));
        }
        Score score = drills.score(request.incident());
        Paper paper = new Paper(score, drills.before(score), request.by().zone());
        return request.find("what").filter("export"::equals).isPresent()
                ? handout.send(request.incident(), request.by(), name(score), paper.markdown())
                : new Reply.Show(DrillChores.summary(score, paper));
    }

    private static String name(Score score) {
        return score.incident().toString().toLowerCase(Locale.ROOT) + "-score.html";
    }
}
