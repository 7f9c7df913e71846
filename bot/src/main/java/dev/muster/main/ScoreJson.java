package dev.muster.main;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.scenario.score.Measure;
import dev.muster.scenario.score.Moment;
import dev.muster.scenario.score.Score;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A score for other programs. */
final class ScoreJson {

    private static final ObjectMapper json = new ObjectMapper();

    private ScoreJson() {}

    static String of(Score score, List<Score> before) {
        Map<String, Object> object = head(score);
        object.put("measures", score.measures().stream().map(ScoreJson::measure).toList());
        object.put("earlier", before.stream().map(ScoreJson::head).toList());
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(object) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a score", e);
        }
    }

    private static Map<String, Object> head(Score score) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("incident", score.incident().toString());
        object.put("scenario", score.scenario());
        object.put("title", score.title());
        object.put("seed", score.seed());
        object.put("began", score.began().toString());
        object.put("over", score.over());
        object.put("score", score.percent());
        return object;
    }

    private static Map<String, Object> measure(Measure measure) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", measure.id());
        object.put("title", measure.title());
        object.put("points", measure.points());
        object.put("most", measure.most());
        object.put("result", measure.result());
        object.put("practice", measure.practice().words());
        object.put("source", measure.practice().source());
        object.put("moments", measure.moments().stream().map(ScoreJson::moment).toList());
        return object;
    }

    private static Map<String, Object> moment(Moment moment) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("row", moment.row());
        object.put("at", moment.at().toString());
        object.put("text", moment.text());
        return object;
    }
}
